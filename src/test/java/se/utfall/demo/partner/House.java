package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A partner in a folder of its own, with the hub's side of the exchange. */
final class House {
    static final String ORDER = "SCB-2026-001";
    static final PartnerSettings.Keys KEYS = new PartnerSettings.Keys(
            HubSide.KEYS.resolve("scb.secret.asc"), HubSide.KEYS.resolve("amf.public.asc"), HubSide.AMF);

    final List<String> news = new ArrayList<>();
    final Path marks;
    final HubSide hub;
    private final Path server;
    private Partner partner;

    House(Path folder) throws IOException {
        this.server = folder.resolve("server");
        this.marks = folder.resolve("marks");
        this.hub = new HubSide(server);
        Files.createDirectories(server.resolve("in"));
        this.partner = new Partner(settings());
    }

    PartnerSettings settings() {
        return PartnerSettings.of("SCB", "AMF", server, marks, KEYS, 11, Clock.fixed(HubSide.NOW, ZoneOffset.UTC))
                .withStill(Duration.ZERO)
                .withNews(news::add);
    }

    /** As {@link #settings} with little rest between rounds. */
    PartnerSettings hasty(Consumer<String> listener) {
        PartnerSettings some = settings();
        return new PartnerSettings(
                some.name(),
                some.hub(),
                some.server(),
                some.marks(),
                some.keys(),
                some.seed(),
                some.clock(),
                Duration.ofMillis(20),
                Duration.ofMillis(20),
                some.heldBack(),
                true,
                listener);
    }

    /** What a killed process leaves is only what lies in the folders. */
    House restart() throws IOException {
        partner = new Partner(settings());
        return this;
    }

    House onRequest() throws IOException {
        partner = new Partner(settings().onRequest());
        return this;
    }

    Partner partner() {
        return partner;
    }

    /** A first look, a second one that takes, and one to see that all is done. */
    House rounds() throws IOException {
        for (int i = 0; i < 3; i++) {
            partner.step();
        }
        return this;
    }

    /** An accepted order, with its first delivery unless deliveries are on request. */
    House ordered(int persons) throws Exception {
        hub.put(TestPackage.order(TestPeople.csv(persons)));
        return rounds();
    }

    /** The hub's receipt for the partner's delivery. */
    House answer(int sequence, String delivery, String status) throws Exception {
        String sha256 = HubSide.sha256(Files.readAllBytes(hub.out(delivery)));
        hub.put(TestPackage.receipt(ORDER, sequence, delivery, sha256, status));
        return rounds();
    }

    static String leverans(int sequence) {
        return ORDER + "_leverans_00" + sequence + ".zip.pgp";
    }

    static String kvittens(int sequence) {
        return ORDER + "_kvittens_00" + sequence + ".zip.pgp";
    }
}
