package se.utfall.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The throw-away keys of {@code keys-example/}, whose secret parts everybody knows: OpenPGP keys by fingerprint, SSH private keys by the SHA-256
 * of their file without blanks and line ends.
 */
public final class ExampleKeys {
    private static final Set<String> KNOWN = load();

    private ExampleKeys() {}

    /** True when the fingerprint, in upper-case hex, is one of the example keys'. */
    public static boolean hasPgp(String fingerprint) {
        return KNOWN.contains(fingerprint);
    }

    /** True when the file is one of the example's SSH private keys. */
    public static boolean hasSsh(Path privateKey) {
        try {
            String text =
                    Files.readString(privateKey, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.ISO_8859_1));
            return KNOWN.contains(HexFormat.of().withUpperCase().formatHex(hash));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> load() {
        try (InputStream in = ExampleKeys.class.getResourceAsStream("example-fingerprints.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 2)[0])
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
