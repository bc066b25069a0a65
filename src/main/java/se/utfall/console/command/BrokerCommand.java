package se.utfall.console.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code utfall broker}: the files for an Artemis of its own. */
@Command(name = "broker", mixinStandardHelpOptions = true)
final class BrokerCommand implements Callable<Integer> {
    private final House house;

    @Option(names = "--config", paramLabel = "<file>", defaultValue = "${env:UTFALL_CONFIG:-utfall.yaml}")
    @SuppressWarnings("NullAway.Init")
    private Path config;

    @Option(names = "--to", required = true, paramLabel = "<folder>", descriptionKey = "broker-to")
    @SuppressWarnings("NullAway.Init")
    private Path to;

    BrokerCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        house.brokerFiles(config, to);
        return 0;
    }
}
