package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.demo.partner.Institute;
import se.utfall.demo.partner.Partner;
import se.utfall.demo.partner.PartnerSettings;
import se.utfall.demo.server.SftpStandIn;

/** The counterparts: the servers of the case system, SCB and IFAU, SCB and IFAU themselves, and the configuration file by which a hub finds them. */
final class StandIns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StandIns.class);
    private static final String HUB_FINGERPRINT = "38A07F9AB97482F8419A7203FBF5A8A91D89AF37";
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Servers.Server caseSystem;
    private final Servers.Server scb;
    private final Servers.Server ifau;
    private final DemoBroker broker;

    private StandIns(DemoFolder folder, Path home, Servers servers, Partner partner, Institute institute)
            throws IOException {
        Path keys = home.resolve("keys-example");
        caseSystem = opened(server(servers, "case-system", folder.caseSystem(), folder, keys, 2201));
        scb = opened(server(servers, "scb", folder.scb(), folder, keys, 2202));
        ifau = opened(server(servers, "ifau", folder.ifau(), folder, keys, 2203));
        opened(partner.start());
        opened(institute.start());
        broker = opened(DemoBroker.start(folder));
        DemoConfig.write(
                folder,
                home,
                servers.login(),
                caseSystem.port(),
                scb.port(),
                ifau.port(),
                broker.lines(),
                Ports.freeNear(8080));
    }

    static StandIns start(DemoFolder folder, Path home, long seed, Servers servers, Clock clock) throws IOException {
        Partner partner = new Partner(partner(folder, home, seed, clock));
        Institute institute = new Institute(institute(folder, home, seed, clock), partner::accepted);
        return new StandIns(folder, home, servers, partner, institute);
    }

    /** Partners that somebody else holds in hand. */
    static StandIns start(DemoFolder folder, Path home, Servers servers, Partner partner, Institute institute)
            throws IOException {
        return new StandIns(folder, home, servers, partner, institute);
    }

    private static Servers.Server server(
            Servers servers, String name, Path root, DemoFolder folder, Path keys, int port) throws IOException {
        Path ssh = keys.resolve("ssh");
        Servers.Server server = servers.start(
                name, root, ssh.resolve("host-" + name), ssh.resolve("hub-to-" + name + ".pub"), Ports.freeNear(port));
        Files.writeString(
                folder.knownHosts(name), SftpStandIn.knownHosts(ssh.resolve("host-" + name + ".pub"), server.port()));
        return server;
    }

    /** SCB as the demo runs it: it delivers by itself. */
    static PartnerSettings partner(DemoFolder folder, Path home, long seed, Clock clock) {
        Path pgp = home.resolve("keys-example/openpgp");
        PartnerSettings.Keys own =
                new PartnerSettings.Keys(pgp.resolve("scb.secret.asc"), pgp.resolve("amf.public.asc"), HUB_FINGERPRINT);
        return PartnerSettings.of(DemoConfig.PARTNER, "AMF", folder.scb(), folder.scbMemory(), own, seed, clock);
    }

    /** IFAU as the demo runs it: it asks for its study by itself, and delivers once SCB has the key file. */
    static PartnerSettings institute(DemoFolder folder, Path home, long seed, Clock clock) {
        Path pgp = home.resolve("keys-example/openpgp");
        PartnerSettings.Keys own = new PartnerSettings.Keys(
                pgp.resolve("ifau.secret.asc"), pgp.resolve("amf.public.asc"), HUB_FINGERPRINT);
        return PartnerSettings.of(DemoConfig.RESEARCHERS, "AMF", folder.ifau(), folder.ifauMemory(), own, seed, clock);
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** As it is shown. */
    String brokerUrl() {
        return broker.url();
    }

    /** With what a consumer needs to connect. */
    String consumerUrl() {
        return broker.consumerUrl();
    }

    /** Where the servers listen. */
    String describe() {
        return "SFTP :" + caseSystem.port() + ", :" + scb.port() + ", :" + ifau.port();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not close: {}", part, e.getClass().getSimpleName());
            }
        }
    }
}
