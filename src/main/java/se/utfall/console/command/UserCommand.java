package se.utfall.console.command;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.store.ActingUser;

/** {@code utfall user}: who may act. Whoever can read the hub's keys on its machine may set users. */
@Command(name = "user", mixinStandardHelpOptions = true)
final class UserCommand extends Common {
    UserCommand(House house) {
        super(house);
    }

    @Command(name = "set", mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "<user>", descriptionKey = "user") String name,
            @Option(names = "--roles", paramLabel = "<role>", split = ",", required = true) Set<String> roles,
            @Option(names = "--new-password-file", paramLabel = "<file>") @Nullable Path newPassword) {
        passwordFile = newPassword;
        return withRooms(s -> {
            put(s, name, password(text("prompt.password", name)), roles);
            output().say("user.set", name);
            return OK;
        });
    }

    private void put(House.Session session, String name, char[] password, Set<String> roles) {
        try {
            session.users().put(name, password, roles, ActingUser.HUB);
        } catch (IllegalArgumentException e) {
            throw misuse("error.user");
        }
    }
}
