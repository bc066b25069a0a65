package se.utfall.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with OpenSSH as the SFTP server of both counterparts. */
@Tag("peer")
@Tag("openssh")
class OpenSshJourneyTest {
    @Test
    void closesEveryBalance(@TempDir Path data, @TempDir Path servers) throws IOException {
        PlayedDemo demo = PlayedDemo.play(data, 11, new OpenSsh(servers));

        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(Files.readString(servers.resolve("sshd-scb/log"))).contains("Accepted publickey for");
        assertThat(Files.readString(servers.resolve("sshd-case-system/log"))).contains("Accepted publickey for");
    }
}
