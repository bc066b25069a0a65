package se.utfall.keys;

import java.nio.file.Path;
import java.util.Map;
import se.utfall.keys.KeySettings.PartnerKey;

/** Settings on the example keys. */
final class ExampleRings {
    static final Path FOLDER = Path.of("keys-example");
    static final String AMF = "38A07F9AB97482F8419A7203FBF5A8A91D89AF37";
    static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";
    static final String IFAU = "04E7011AE89DA67D14DD9901E3D78CBC281D309A";

    private ExampleRings() {}

    static Path pgp(String name) {
        return FOLDER.resolve("openpgp").resolve(name);
    }

    static KeySettings settings(Map<String, PartnerKey> partners) {
        return new KeySettings(Path.of("unused"), null, pgp("amf.secret.asc"), null, partners);
    }

    static KeySettings settings() {
        return settings(Map.of("SCB", scb(), "IFAU", new PartnerKey(pgp("ifau.public.asc"), IFAU, IFAU)));
    }

    static PartnerKey scb() {
        return new PartnerKey(pgp("scb.public.asc"), SCB, SCB);
    }
}
