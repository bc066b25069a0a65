package se.utfall.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredInputStream;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;

/** The key rings of a file: binary, or one or more armoured blocks one after the other. */
record PgpFile(List<PGPPublicKeyRing> publicRings, List<PGPSecretKeyRing> secretRings) {
    private static final String BEGIN = "-----BEGIN PGP";
    private static final long LARGEST = 16L << 20;

    static PgpFile read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than 16 MB");
        }
        byte[] content = Files.readAllBytes(file);
        PgpFile rings = new PgpFile(new ArrayList<>(), new ArrayList<>());
        if (content.length > 0 && content[0] < 0) {
            rings.add(new ByteArrayInputStream(content));
            return rings;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        for (int at = text.indexOf(BEGIN); at >= 0; ) {
            int next = text.indexOf(BEGIN, at + 1);
            byte[] block = text.substring(at, next < 0 ? text.length() : next).getBytes(StandardCharsets.ISO_8859_1);
            rings.add(new ArmoredInputStream(new ByteArrayInputStream(block)));
            at = next;
        }
        return rings;
    }

    static String hex(byte[] fingerprint) {
        return HexFormat.of().withUpperCase().formatHex(fingerprint);
    }

    private void add(InputStream packets) throws IOException {
        PGPObjectFactory objects = new BcPGPObjectFactory(packets);
        for (Object next = objects.nextObject(); next != null; next = objects.nextObject()) {
            if (next instanceof PGPPublicKeyRing ring) {
                publicRings.add(ring);
            } else if (next instanceof PGPSecretKeyRing ring) {
                secretRings.add(ring);
            }
        }
    }
}
