package se.utfall.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.utfall.demo.broker.BrokerCertificates;
import se.utfall.demo.broker.BrokerProcess;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** An Artemis in a process of its own, by the files that the hub writes; its certificate names {@code localhost} and nothing else. */
final class ExternalBroker implements AutoCloseable {
    private final Path folder;
    private final BrokerSettings settings;
    private BrokerProcess process;

    private ExternalBroker(Path folder, BrokerSettings settings, BrokerProcess process) {
        this.folder = folder;
        this.settings = settings;
        this.process = process;
    }

    /** Consumers of records for {@link Brokers#PURPOSE}. */
    static ExternalBroker start(Path folder, String... consumers) throws IOException {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        BrokerCertificates.make(etc, "dns:localhost");
        BrokerSettings base = Brokers.settings(folder);
        List<ConsumerAccount> accounts = Stream.of(consumers)
                .map(name -> new ConsumerAccount(name, name, Brokers.password(folder, name), false))
                .toList();
        BrokerSettings settings = new BrokerSettings(
                false,
                base.url().replace("127.0.0.1", "localhost"),
                BrokerCertificates.authority(etc),
                null,
                base.user(),
                base.passwordFile(),
                Map.of(Brokers.PURPOSE, accounts));
        BrokerFiles.write(settings, etc);
        return new ExternalBroker(etc, settings, BrokerProcess.start(etc));
    }

    BrokerSettings settings() {
        return settings;
    }

    void kill() {
        process.kill();
    }

    void startAgain() throws IOException {
        process = BrokerProcess.start(folder);
    }

    @Override
    public void close() {
        process.close();
    }
}
