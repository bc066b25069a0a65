package se.utfall.console.command;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.store.ActingUser;

/**
 * {@code utfall user}: who may act. Until somebody has the role security, whoever can read the hub's keys on its machine sets users; then only those who have it, and
 * never themselves, since two approvals rest on who may make approvers.
 */
@Command(name = "user", mixinStandardHelpOptions = true)
final class UserCommand extends Common {
    private static final String SECURITY = "security";

    UserCommand(House house) {
        super(house);
    }

    @Command(name = "set", mixinStandardHelpOptions = true)
    int set(
            @Parameters(paramLabel = "<user>", descriptionKey = "user") String name,
            @Option(names = "--roles", paramLabel = "<role>", split = ",", required = true) Set<String> roles,
            @Option(names = "--new-password-file", paramLabel = "<file>") @Nullable Path newPassword) {
        return withRooms(s -> {
            ActingUser by = setter(s, name);
            put(s, name, password(text("prompt.password", name), newPassword), roles, by);
            output().say("user.set", name);
            return OK;
        });
    }

    private ActingUser setter(House.Session session, String name) {
        if (!session.users().anybodyIs(SECURITY)) {
            return ActingUser.HUB;
        }
        ActingUser by = actor(session);
        if (!by.roles().contains(SECURITY) || by.name().equals(name)) {
            throw new Refusal(text("error.user-right"));
        }
        return by;
    }

    private void put(House.Session session, String name, char[] password, Set<String> roles, ActingUser by) {
        try {
            session.users().put(name, password, roles, by);
        } catch (IllegalArgumentException e) {
            throw misuse("error.user");
        }
    }
}
