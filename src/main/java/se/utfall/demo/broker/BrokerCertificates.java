package se.utfall.demo.broker;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes an authority and the broker's certificate by the JDK's keytool, once per folder: {@code ca.pem} for those who connect, {@code broker.pem} for the broker. */
public final class BrokerCertificates {
    private static final String PASSWORD = "not-a-secret";
    private static final String DAYS = "3650";

    private final Path folder;
    private final String names;

    private BrokerCertificates(Path folder, String names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * Leaves what is there.
     *
     * @param names the certificate's subject alternative names, such as {@code dns:localhost,ip:127.0.0.1}
     */
    public static void make(Path folder, String names) throws IOException {
        if (!Files.exists(authority(folder))) {
            new BrokerCertificates(folder, names).make();
        }
    }

    public static Path authority(Path folder) {
        return folder.resolve("ca.pem");
    }

    private void make() throws IOException {
        Path stores = Files.createTempDirectory(folder, "making");
        try {
            keytool(stores, "ca", "-genkeypair", "-dname", "CN=Utfall demo authority", "-ext", "bc:c");
            keytool(stores, "broker", "-genkeypair", "-dname", "CN=broker");
            keytool(stores, "broker", "-certreq", "-file", file(stores, "csr"));
            keytool(
                    stores,
                    "ca",
                    "-gencert",
                    "-ext",
                    "san=" + names,
                    "-ext",
                    "eku=serverAuth",
                    "-infile",
                    file(stores, "csr"),
                    "-rfc",
                    "-outfile",
                    file(stores, "crt"));
            keytool(stores, "ca", "-exportcert", "-rfc", "-file", file(stores, "ca.crt"));
            String authority = Files.readString(stores.resolve("ca.crt"));
            put("broker.pem", key(stores) + Files.readString(stores.resolve("crt")) + authority);
            put("ca.pem", authority);
        } finally {
            remove(stores);
        }
    }

    private static String file(Path stores, String name) {
        return stores.resolve(name).toString();
    }

    private static void keytool(Path stores, String alias, String act, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                act,
                "-alias",
                alias,
                "-keystore",
                file(stores, alias + ".p12"),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        if (act.startsWith("-gen")) {
            command.addAll(List.of("-validity", DAYS));
        }
        if ("-genkeypair".equals(act)) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        command.addAll(Arrays.asList(more));
        run(command);
    }

    private static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool " + command.get(1) + " failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String key(Path stores) throws IOException {
        try (InputStream in = new FileInputStream(file(stores, "broker.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            Key key = store.getKey("broker", PASSWORD.toCharArray());
            String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** The authority comes last: where it is, everything is. */
    private void put(String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
        Files.move(part, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void remove(Path stores) throws IOException {
        try (var files = Files.list(stores)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(stores);
    }
}
