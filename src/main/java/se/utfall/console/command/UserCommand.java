package se.utfall.console.command;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.store.ActingUser;

/** {@code utfall user}: who may act. Whoever can read the hub's keys on its machine may set users. */
@Command(name = "user", mixinStandardHelpOptions = true, resourceBundle = "se.utfall.console.command.messages")
final class UserCommand extends Common {
    UserCommand(House house) {
        super(house);
    }

    @Command(name = "set")
    int set(
            @Parameters(paramLabel = "<user>") String name,
            @Option(names = "--roles", split = ",", required = true) Set<String> roles,
            @Option(names = "--new-password-file", paramLabel = "<file>") @Nullable Path newPassword) {
        passwordFile = newPassword;
        return withRooms(s -> {
            s.users().put(name, password(text("prompt.password", name)), roles, ActingUser.HUB);
            output().say("user.set", name);
            return OK;
        });
    }
}
