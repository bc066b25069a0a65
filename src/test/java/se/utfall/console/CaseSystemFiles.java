package se.utfall.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import se.utfall.intake.FileReport;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** Brings case-system files to a test's hub as if they were fetched. */
final class CaseSystemFiles {
    private static final String HEADER =
            "personnummer;inskrivning_id;avslutsdatum;avslutsorsak;uppfoljning_3man;andrad;borttagen\n";
    private static final String ROW = "199011145191;E-%d;2026-02-%s;ARBETE;;2026-02-02T10:00:00+01:00;\n";

    private CaseSystemFiles() {}

    /** A file with too many bad rows: 21 of 30. */
    static FileReport setAside(ConsoleHouse house, String name) throws IOException {
        FileReport checked = receive(house, name, rows(30, 21), null);
        house.rooms.intake().loadNext();
        return house.rooms.intake().find(checked.id()).get(0);
    }

    /** A file whose bytes are not those its manifest speaks of. */
    static FileReport torn(ConsoleHouse house, String name) throws IOException {
        return receive(house, name, rows(3, 0), "0".repeat(64));
    }

    private static String rows(int rows, int bad) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            file.append(ROW.formatted(i, i < bad ? "30" : "01"));
        }
        return file.toString();
    }

    private static FileReport receive(ConsoleHouse house, String name, String content, String otherHash)
            throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String hash = otherHash == null ? sha256(bytes) : otherHash;
        String manifest = """
                {"fil":"%s","typ":"avslut","layout":1,"rader":%d,"sha256":"%s","uttagstid":"2026-03-01T02:00:00+01:00","omfattning":"delta"}""".formatted(name, content.lines().count() - 1, hash);
        return house.rooms
                .intake()
                .receive(
                        arrival(house, name + ".klar", manifest.getBytes(StandardCharsets.UTF_8)),
                        arrival(house, name, bytes));
    }

    private static Arrival arrival(ConsoleHouse house, String name, byte[] content) throws IOException {
        Path path = Files.write(
                Files.createDirectories(house.folder.resolve("inbox")).resolve(name), content);
        return new Arrival(new Sighting("jobbtorg", name, content.length, Instant.parse("2026-03-01T05:00:00Z")), path);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
