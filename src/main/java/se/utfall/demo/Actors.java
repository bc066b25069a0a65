package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import se.utfall.console.Users;
import se.utfall.store.ActingUser;

/** The people of the demo: an operator who freezes and sends, two who approve, a statistician. */
record Actors(ActingUser operator, ActingUser firstApprover, ActingUser secondApprover, ActingUser statistician) {
    static final String OPERATOR = "operator";
    private static final Map<String, Set<String>> ROLES = Map.of(
            OPERATOR,
            Set.of("read", "operate"),
            "dataskydd",
            Set.of("read", "approve"),
            "enhetschef",
            Set.of("read", "approve"),
            "statistiker",
            Set.of("read", "statistics"),
            "sakerhet",
            Set.of("security"));

    /** Sets them up with the passwords of the data folder. */
    static Actors of(DemoFolder folder, Users users) throws IOException {
        login(folder, users, "sakerhet");
        return new Actors(
                login(folder, users, OPERATOR),
                login(folder, users, "dataskydd"),
                login(folder, users, "enhetschef"),
                login(folder, users, "statistiker"));
    }

    private static ActingUser login(DemoFolder folder, Users users, String name) throws IOException {
        char[] password = Files.readString(folder.password(name)).strip().toCharArray();
        return users.authenticate(name, password).orElseGet(() -> {
            users.put(name, password, ROLES.getOrDefault(name, Set.of()), ActingUser.HUB);
            return new ActingUser(name, ROLES.getOrDefault(name, Set.of()));
        });
    }
}
