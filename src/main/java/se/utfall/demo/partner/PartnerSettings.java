package se.utfall.demo.partner;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a stand-in partner needs to know.
 *
 * @param name its own name in packages, as SCB
 * @param hub the hub's name, as AMF
 * @param server folder that its SFTP server shows as {@code /}, with {@code in} and {@code out}
 * @param marks its private folder
 * @param seed decides every made-up answer
 * @param still how long a file in {@code /in} must have stood still before it is taken
 * @param pause between two rounds
 * @param heldBack months at the end of the ordered period that the first delivery leaves out of BAS
 * @param automatic delivers by itself once an order is accepted; else only when told
 * @param news told what happens, in names, counts and codes
 */
public record PartnerSettings(
        String name,
        String hub,
        Path server,
        Path marks,
        Keys keys,
        long seed,
        Clock clock,
        Duration still,
        Duration pause,
        int heldBack,
        boolean automatic,
        Consumer<String> news) {
    private static final Duration STILL = Duration.ofMillis(400);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int HELD_BACK = 6;

    public PartnerSettings {
        if (heldBack < 0 || heldBack > 12) {
            throw new IllegalArgumentException("heldBack: expected 0 to 12 months");
        }
    }

    /**
     * The partner's OpenPGP keys.
     *
     * @param secret its own secret key ring, without passphrase
     * @param hub the hub's public key ring
     * @param hubFingerprint pinned: the hub's primary key in upper-case hex
     */
    public record Keys(Path secret, Path hub, String hubFingerprint) {}

    /** As the demo runs it: a round every 200 ms, deliveries without being asked. */
    public static PartnerSettings of(
            String name, String hub, Path server, Path marks, Keys keys, long seed, Clock clock) {
        return new PartnerSettings(
                name, hub, server, marks, keys, seed, clock, STILL, PAUSE, HELD_BACK, true, text -> {});
    }

    public PartnerSettings withNews(Consumer<String> listener) {
        return new PartnerSettings(
                name, hub, server, marks, keys, seed, clock, still, pause, heldBack, automatic, listener);
    }

    public PartnerSettings withStill(Duration time) {
        return new PartnerSettings(name, hub, server, marks, keys, seed, clock, time, pause, heldBack, automatic, news);
    }

    /** Receipts only; deliveries when told. */
    public PartnerSettings onRequest() {
        return new PartnerSettings(name, hub, server, marks, keys, seed, clock, still, pause, heldBack, false, news);
    }
}
