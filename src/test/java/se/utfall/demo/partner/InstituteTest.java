package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in for researchers judges content as the contract has it. */
class InstituteTest {
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("individer.csv", """
                lopnr;grupp;kon;fodelsear;utbildningsniva;nyanland
                1;DELTAGARE;1;1990;3;J
                2;JAMFORELSE;;1975;;
                """);
        FILES.put("inskrivningar.csv", """
                lopnr;inskrivningsnr;startdatum;avslutsdatum;avslutsorsak
                1;1;2023-01-09;2024-02-01;ARBETE
                1;2;2024-03-01;;
                2;1;2022-05-02;;
                """);
        FILES.put("insatser.csv", """
                lopnr;insatsnr;inskrivningsnr;insatstyp;arbetsplatstyp;startdatum;slutdatum;omfattning_procent
                1;1;1;STOCKHOLMSJOBB;EXTERN;2023-02-01;2023-08-31;100
                """);
    }

    @TempDir
    Path folder;

    private String judged(Map<String, String> files) throws Exception {
        PlainPackage plain = plain(files);
        try {
            return "GODKAND "
                    + StudyReading.read(plain, java.time.LocalDate.of(2026, 11, 24))
                            .persons()
                            .size();
        } catch (RefusedException e) {
            return e.reason();
        }
    }

    private static PlainPackage plain(Map<String, String> files) throws Exception {
        String manifest = "{\"andamal\":\"Effekter\",\"beslut\":\"dnr\",\"gallras\":\"2031-12-31\","
                + "\"period\":{\"fran\":\"2022-01\",\"till\":\"2026-06\"}}";
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return new PlainPackage(Manifest.read(manifest.getBytes(StandardCharsets.UTF_8)), bytes);
    }

    @Test
    void takesContentByTheContract() throws Exception {
        assertThat(judged(FILES)).isEqualTo("GODKAND 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "individer.csv|1990|199011145191|PERSONNUMMER",
                "inskrivningar.csv|ARBETE|901114-5191|PERSONNUMMER",
                "individer.csv|2;JAMFORELSE|3;JAMFORELSE|INNEHALL",
                "individer.csv|JAMFORELSE|STUDIE|INNEHALL",
                "individer.csv|lopnr;grupp|lopnr;personnummer|RUBRIK",
                "inskrivningar.csv|1;2;2024-03-01|1;3;2024-03-01|INNEHALL",
                "inskrivningar.csv|1;2;2024-03-01|1;2;2020-03-01|INNEHALL",
                "inskrivningar.csv|2;1;2022-05-02|2;1;2026-07-01|INNEHALL",
                "insatser.csv|STOCKHOLMSJOBB|LSS|INNEHALL",
                "insatser.csv|1;1;1;|9;1;1;|INNEHALL"
            })
    void refusesOtherContent(String file, String part, String instead, String code) throws Exception {
        Map<String, String> files = new LinkedHashMap<>(FILES);
        files.put(file, FILES.get(file).replace(part, instead));

        assertThat(judged(files)).startsWith(code + ":");
    }

    @Test
    void refusesAMissingFileAndOneTooMany() throws Exception {
        Map<String, String> files = new LinkedHashMap<>(FILES);
        files.remove("insatser.csv");
        assertThat(judged(files)).startsWith("FILER:");
        files.putAll(FILES);
        files.put("population.csv", "lopnr\n");
        assertThat(judged(files)).startsWith("FILER:");
    }

    @Test
    void asksOnceHoweverOftenItStarts() throws IOException {
        Path server = folder.resolve("server");
        for (int i = 0; i < 3; i++) {
            institute(server).step();
        }

        try (var out = Files.list(server.resolve("out"))) {
            assertThat(out.map(f -> f.getFileName().toString()))
                    .containsExactly(Institute.OWN_ORDER + "_bestallning_001.zip.pgp");
        }
    }

    private Institute institute(Path server) throws IOException {
        PartnerSettings.Keys keys = new PartnerSettings.Keys(
                HubSide.KEYS.resolve("ifau.secret.asc"), HubSide.KEYS.resolve("amf.public.asc"), HubSide.AMF);
        Clock clock = Clock.fixed(HubSide.NOW, ZoneOffset.UTC);
        return new Institute(
                PartnerSettings.of("IFAU", "AMF", server, folder.resolve("marks"), keys, 1, clock)
                        .withStill(Duration.ZERO),
                order -> true);
    }
}
