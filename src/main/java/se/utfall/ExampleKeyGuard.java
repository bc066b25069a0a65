package se.utfall;

import java.nio.file.Path;
import java.util.stream.Stream;
import se.utfall.console.command.Refusal;
import se.utfall.flow.SftpServer;
import se.utfall.keys.ExampleKeys;

/** Everybody knows the secret parts of {@code keys-example/}: a hub for real data does not start with any of them. */
final class ExampleKeyGuard {
    private ExampleKeyGuard() {}

    static void check(Settings settings, String words) {
        boolean ssh = Stream.concat(
                        settings.flow().sources().values().stream().map(s -> s.server()),
                        settings.flow().partners().values().stream().map(p -> p.server()))
                .map(SftpServer::identity)
                .anyMatch(ExampleKeyGuard::known);
        if (ssh || Assembly.keys(settings).holdsExampleKey()) {
            throw new Refusal(words);
        }
    }

    private static boolean known(Path identity) {
        return ExampleKeys.hasSsh(identity);
    }
}
