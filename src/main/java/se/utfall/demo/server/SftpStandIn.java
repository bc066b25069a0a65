package se.utfall.demo.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * A counterpart's SFTP server on loopback: one user, one public key, one folder as the root of everything. No password, no shell, no command, no
 * forwarding, no links.
 */
public final class SftpStandIn implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final String name;
    private final SshServer server;

    private SftpStandIn(String name, SshServer server) {
        this.name = name;
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param name whose server it plays
     * @param root existing folder that the client sees as {@code /}
     * @param hostKey OpenSSH private key file, ed25519, without passphrase
     * @param authorisedPublicKey OpenSSH public key file of the only key that may log in
     * @param port 0 for a free one
     */
    public static SftpStandIn start(
            String name, Path root, Path hostKey, Path authorisedPublicKey, String user, int port) throws IOException {
        PublicKey authorised = publicKey(authorisedPublicKey);
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost(LOOPBACK);
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(keyPair(hostKey)));
        server.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        server.setPublickeyAuthenticator(
                (offeredUser, key, session) -> user.equals(offeredUser) && KeyUtils.compareKeys(authorised, key));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root.toRealPath()));
        server.setSubsystemFactories(List.of(files()));
        server.setShellFactory(null);
        server.setCommandFactory(null);
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.start();
        return new SftpStandIn(name, server);
    }

    private static SftpSubsystemFactory files() {
        SftpSubsystemFactory files = new SftpSubsystemFactory.Builder().build();
        files.addSftpEventListener(new NoLinks());
        return files;
    }

    /** The line that pins this host key for a {@code known_hosts} file. */
    public static String knownHosts(Path hostPublicKey, int port) throws IOException {
        String[] parts = Files.readString(hostPublicKey).strip().split("\\s+", 3);
        return "[" + LOOPBACK + "]:" + port + " " + parts[0] + " " + parts[1] + "\n";
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    @Override
    public String toString() {
        return name + " at " + LOOPBACK + ":" + port();
    }

    private static KeyPair keyPair(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            Iterable<KeyPair> pairs =
                    SecurityUtils.loadKeyPairIdentities(null, file::toString, content, FilePasswordProvider.EMPTY);
            if (pairs != null) {
                return pairs.iterator().next();
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file.getFileName() + ": expected an OpenSSH private key", e);
        }
        throw new IOException(file.getFileName() + ": expected an OpenSSH private key");
    }

    private static PublicKey publicKey(Path file) throws IOException {
        try {
            return PublicKeyEntry.parsePublicKeyEntry(Files.readString(file).strip())
                    .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.FAILING);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ": expected an OpenSSH public key", e);
        }
    }
}
