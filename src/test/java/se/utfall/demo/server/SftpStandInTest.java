package se.utfall.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchUnknownHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As the hub's own client, JSch, meets the server. */
class SftpStandInTest {
    private static final Path KEYS = Path.of("keys-example/ssh");
    private static final String USER = "amf";

    @TempDir
    Path temp;

    private Path root;
    private SftpStandIn server;

    @BeforeEach
    void start() throws Exception {
        root = Files.createDirectories(temp.resolve("server"));
        Files.createDirectories(root.resolve("in"));
        Files.createDirectories(root.resolve("out"));
        Files.writeString(temp.resolve("beside"), "not served");
        server = SftpStandIn.start("SCB", root, KEYS.resolve("host-scb"), KEYS.resolve("hub-to-scb.pub"), USER, 0);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void servesTheFolderToTheOneKeyUnderAPinnedHostKey() throws Exception {
        Files.writeString(root.resolve("out/answer"), "hello");
        Session session = connect(USER, "hub-to-scb", "host-scb.pub");
        ChannelSftp sftp = sftp(session);

        sftp.put(new ByteArrayInputStream("order".getBytes(StandardCharsets.UTF_8)), "in/order.part");
        sftp.rename("in/order.part", "in/order");

        assertThat(root.resolve("in/order")).hasContent("order");
        assertThat(root.resolve("in/order.part")).doesNotExist();
        try (InputStream answer = sftp.get("/out/answer")) {
            assertThat(answer).hasContent("hello");
        }
        session.disconnect();
    }

    @Test
    void isRefusedByAClientThatPinsAnotherHostKey() {
        assertThatThrownBy(() -> connect(USER, "hub-to-scb", "host-ifau.pub"))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("HostKey has been changed");
    }

    @Test
    void isRefusedByAClientThatPinsNothing() {
        assertThatThrownBy(() -> connect(USER, "hub-to-scb", null)).isInstanceOf(JSchUnknownHostKeyException.class);
    }

    @Test
    void refusesAnotherKeyAnotherUserAndAPassword() {
        assertThatThrownBy(() -> connect(USER, "hub-to-ifau", "host-scb.pub"))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
        assertThatThrownBy(() -> connect("someone", "hub-to-scb", "host-scb.pub"))
                .isInstanceOf(JSchException.class)
                .hasMessageContaining("Auth fail");
        assertThatThrownBy(() -> connect(USER, null, "host-scb.pub")).isInstanceOf(JSchException.class);
    }

    @Test
    void showsNothingOutsideItsFolder() throws Exception {
        Session session = connect(USER, "hub-to-scb", "host-scb.pub");
        ChannelSftp sftp = sftp(session);

        assertThat(sftp.pwd()).isEqualTo("/");
        assertThatThrownBy(() -> sftp.get("/../beside").close()).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> sftp.get(temp.resolve("beside").toString()).close())
                .isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> sftp.symlink(temp.resolve("beside").toString(), "/out/link"))
                .isInstanceOf(SftpException.class);
        assertThat(root.resolve("out/link")).doesNotExist();
        session.disconnect();
    }

    @Test
    void runsNoCommandAndForwardsNoPort() throws Exception {
        Session session = connect(USER, "hub-to-scb", "host-scb.pub");
        ChannelExec exec = (ChannelExec) session.openChannel("exec");
        exec.setCommand("id");

        assertThatThrownBy(() -> exec.connect(5_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> session.openChannel("shell").connect(5_000)).isInstanceOf(JSchException.class);
        assertThatThrownBy(() -> session.setPortForwardingR("127.0.0.1", 0, "127.0.0.1", server.port()))
                .isInstanceOf(JSchException.class);
        assertThatThrownBy(() ->
                        session.getStreamForwarder("127.0.0.1", server.port()).connect(5_000))
                .isInstanceOf(JSchException.class);
        session.disconnect();
    }

    @Test
    void listensOnLoopbackOnlyAndNamesItself() throws Exception {
        assertThat(server.port()).isPositive();
        assertThat(server).hasToString("SCB at 127.0.0.1:" + server.port());
        assertThat(SftpStandIn.knownHosts(KEYS.resolve("host-scb.pub"), 2202))
                .matches("\\[127\\.0\\.0\\.1]:2202 ssh-ed25519 [A-Za-z0-9+/=]+\n")
                .endsWith(Files.readString(Path.of("keys-example/known_hosts/scb"))
                        .split(" ", -1)[2]);
    }

    @Test
    void saysWhichKeyFileIsNone() throws Exception {
        Path none = Files.writeString(temp.resolve("none"), "no key here");

        assertThatThrownBy(() -> SftpStandIn.start("SCB", root, none, KEYS.resolve("hub-to-scb.pub"), USER, 0))
                .hasMessage("none: expected an OpenSSH private key");
        assertThatThrownBy(() -> SftpStandIn.start("SCB", root, KEYS.resolve("host-scb"), none, USER, 0))
                .hasMessage("none: expected an OpenSSH public key");
    }

    private Session connect(String user, String identity, String pinned) throws Exception {
        JSch jsch = new JSch();
        if (identity != null) {
            jsch.addIdentity(KEYS.resolve(identity).toString());
        }
        String line = pinned == null ? "" : SftpStandIn.knownHosts(KEYS.resolve(pinned), server.port());
        jsch.setKnownHosts(new ByteArrayInputStream(line.getBytes(StandardCharsets.US_ASCII)));
        Session session = jsch.getSession(user, "127.0.0.1", server.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        if (identity == null) {
            session.setPassword("");
        }
        session.connect(10_000);
        return session;
    }

    private static ChannelSftp sftp(Session session) throws JSchException {
        ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
        sftp.connect(5_000);
        return sftp;
    }
}
