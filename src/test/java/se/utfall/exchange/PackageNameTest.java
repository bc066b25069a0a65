package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCB-2026-001_leverans_001.zip.pgp",
                "IFAU-2026-012_kvittens_999.zip.pgp",
                "SCB-2026-001_bestallning_1000.zip.pgp",
                "ABCDEFGH-2026-001_aterkallelse_002.zip.pgp"
            })
    void readsWhatItWrites(String name) {
        assertThat(PackageName.parse(name).orElseThrow().fileName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SCB-2026-001_leverans_000.zip.pgp",
                "SCB-2026-001_leverans_0001.zip.pgp",
                "SCB-2026-001_leverans_01.zip.pgp",
                "SCB-2026-001_LEVERANS_001.zip.pgp",
                "SCB-2026-001_leverans_001.zip.pgp.part",
                "SCB-2026-001_leverans_001.zip",
                "scb-2026-001_leverans_001.zip.pgp",
                "../SCB-2026-001_leverans_001.zip.pgp",
                "SCB-2026-001_brev_001.zip.pgp",
                ""
            })
    void takesNothingElse(String name) {
        assertThat(PackageName.parse(name)).isEmpty();
    }
}
