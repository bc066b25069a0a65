package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GnuPG, which nobody here wrote, opens what the partner delivers, and the partner opens what GnuPG seals. */
@Tag("gpg")
class GpgTest {
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";

    @TempDir
    Path temp;

    private Path home;

    @AfterEach
    void stopAgent() throws Exception {
        if (home != null) {
            run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "gpg-agent"), new byte[0]);
        }
    }

    @Test
    void decryptsAndVerifiesBothDeliveries() throws Exception {
        House house = new House(temp).ordered(60).answer(1, House.leverans(1), "GODKAND");
        home("amf.secret.asc", "scb.public.asc");

        for (int sequence = 1; sequence <= 2; sequence++) {
            Path sealed = house.hub.out(House.leverans(sequence));
            Path zip = temp.resolve("opened-" + sequence + ".zip");
            String status = gpg("--status-fd", "1", "--output", zip.toString(), "--decrypt", sealed.toString());

            assertThat(status)
                    .contains("[GNUPG:] DECRYPTION_OKAY", "[GNUPG:] GOODMDC", "[GNUPG:] VALIDSIG " + SCB)
                    .containsPattern("VALIDSIG " + SCB + " \\S+ \\S+ \\S+ 4 0 1 8 00 " + SCB);
            TestPackage opened = TestPackage.parse(House.leverans(sequence), Files.readAllBytes(zip));
            opened.requireSound();
            assertThat(opened.files).hasSize(3);
        }
    }

    @Test
    void opensAnOrderThatGnupgSealed() throws Exception {
        House house = new House(temp);
        home("amf.secret.asc", "scb.public.asc");
        TestPackage order = TestPackage.order(TestPeople.csv(60));
        Path zip = Files.write(temp.resolve("order.zip"), order.zip());
        Path sealed = temp.resolve("sealed");
        gpg(
                "--set-filename",
                "",
                "--compress-algo",
                "none",
                "--cipher-algo",
                "AES256",
                "--local-user",
                HubSide.AMF,
                "--recipient",
                SCB,
                "--output",
                sealed.toString(),
                "--sign",
                "--encrypt",
                zip.toString());
        house.hub.put(order.fileName(), Files.readAllBytes(sealed));

        house.rounds();

        assertThat(house.hub.open(House.kvittens(2)).say("status")).isEqualTo("GODKAND");
    }

    private void home(String... keys) throws Exception {
        home = Files.createDirectories(temp.resolve("gnupg"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        for (String key : keys) {
            gpg("--import", HubSide.KEYS.resolve(key).toString());
        }
    }

    private String gpg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("gpg", "--homedir", home.toString(), "--batch", "--yes"));
        command.addAll(List.of("--quiet", "--no-tty", "--trust-model", "always"));
        command.addAll(List.of("--faked-system-time", "20261124T120000"));
        command.addAll(List.of(arguments));
        return run(command, new byte[0]);
    }

    private String run(List<String> command, byte[] input) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(temp.resolve("gpg.err").toFile())
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as("%s", Files.readString(temp.resolve("gpg.err")))
                .isZero();
        return out;
    }
}
