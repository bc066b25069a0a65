package se.utfall.demo.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.IntFunction;

/** Two case-system files, one enrolment and one ended Stockholmsjobb a person, by the contract's layouts. */
final class MadeUpFiles {
    static final String ENROLMENTS = "inskrivning_20261101_001.csv";
    static final String MEASURES = "insats_20261101_001.csv";
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1960, 1, 1);
    private static final int BIRTH_DAYS = 14_600;
    private static final String CHANGED = "2025-07-01T08:00:00+02:00";
    private final Path folder;
    private final int persons;

    MadeUpFiles(Path folder, int persons) {
        this.folder = folder;
        this.persons = persons;
    }

    void write() throws IOException {
        write(
                ENROLMENTS,
                "personnummer;inskrivning_id;startdatum;jobbtorg;stadsdel;anvisad_av;ekonomiskt_bistand;"
                        + "forsorjningshinder;inskriven_af;utbildningsniva;nyanland;kon;skyddad;andrad;borttagen",
                i -> number(i) + ";E" + i + ";2023-02-01;Kista;;;;;;" + (1 + i % 6) + ";N;" + (1 + i % 2) + ";N;"
                        + CHANGED + ";");
        write(
                MEASURES,
                "personnummer;insats_id;inskrivning_id;insatstyp;arbetsplatstyp;startdatum;planerat_slutdatum;slutdatum;"
                        + "omfattning_procent;avbrottsorsak;mal;anordnare;andrad;borttagen",
                i -> number(i) + ";M" + i + ";E" + i + ";STOCKHOLMSJOBB;EXTERN;2023-03-01;;2024-06-" + (10 + i % 20)
                        + ";100;;ARBETE;;" + CHANGED + ";");
    }

    private void write(String name, String header, IntFunction<String> row) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(header + "\n");
            for (int i = 0; i < persons; i++) {
                out.write(row.apply(i));
                out.write('\n');
            }
        }
        Files.writeString(
                folder.resolve(name + ".klar"),
                String.format(
                        Locale.ROOT,
                        "{\"fil\":\"%s\",\"typ\":\"%s\",\"layout\":1,\"rader\":%d,\"sha256\":\"%s\","
                                + "\"uttagstid\":\"2026-11-01T02:00:00+01:00\",\"omfattning\":\"full\"}",
                        name,
                        name.substring(0, name.indexOf('_')),
                        persons,
                        sha256(file)));
    }

    /** A personnummer of nobody in particular: a birth date, a serial and the right check digit. */
    private static String number(int i) {
        String birth = FIRST_BIRTH.plusDays(i % BIRTH_DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
        String nine = birth.substring(2) + String.format(Locale.ROOT, "%03d", 1 + i / BIRTH_DAYS);
        int sum = 0;
        for (int place = 0; place < nine.length(); place++) {
            int weighted = (nine.charAt(place) - '0') * (place % 2 == 0 ? 2 : 1);
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return birth.substring(0, 2) + nine + (10 - sum % 10) % 10;
    }

    private static String sha256(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
