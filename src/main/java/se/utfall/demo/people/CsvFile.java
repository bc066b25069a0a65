package se.utfall.demo.people;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One file under way: rows into {@code <name>.part}, then its real name, then the manifest. A repeated export leaves equal files untouched. */
final class CsvFile implements AutoCloseable {
    private final Path folder;
    private final FileType type;
    private final Extract extract;
    private final String name;
    private final MessageDigest digest;
    private final OutputStream out;
    private int rows;

    CsvFile(Path folder, FileType type, Extract extract, int number) throws IOException {
        this.folder = folder;
        this.type = type;
        this.extract = extract;
        this.name = String.format(
                Locale.ROOT,
                "%s_%s_%03d.csv",
                type.typ(),
                extract.day().format(DateTimeFormatter.BASIC_ISO_DATE),
                number);
        this.digest = sha256();
        this.out = new BufferedOutputStream(new DigestOutputStream(Files.newOutputStream(part(name)), digest), 1 << 16);
        line(type.columns());
    }

    void row(List<String> fields) throws IOException {
        rows++;
        line(fields);
    }

    private void line(List<String> fields) throws IOException {
        out.write(fields.stream()
                .map(CsvFile::quoted)
                .collect(Collectors.joining(";", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String field) {
        return field.indexOf(' ') > 0 && field.equals(field.trim()) ? '"' + field + '"' : field;
    }

    /** Gives the file its name and writes the manifest, whose hash can be made wrong on purpose. */
    Export.WrittenFile publish(boolean wrongHash) throws IOException {
        out.close();
        byte[] hash = digest.digest();
        if (wrongHash) {
            hash[0] ^= 1;
        }
        settle(name);
        Files.writeString(part(name + ".klar"), manifest(hash));
        settle(name + ".klar");
        return new Export.WrittenFile(name, rows);
    }

    private String manifest(byte[] hash) {
        return String.format(
                Locale.ROOT,
                "{\"fil\":\"%s\",\"typ\":\"%s\",\"layout\":1,\"rader\":%d,\"sha256\":\"%s\",\"uttagstid\":\"%s\",\"omfattning\":\"%s\"}\n",
                name,
                type.typ(),
                rows,
                HexFormat.of().formatHex(hash),
                extract.taken().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME),
                extract.scope());
    }

    boolean empty() {
        return rows == 0;
    }

    void discard() throws IOException {
        out.close();
        Files.delete(part(name));
    }

    private void settle(String target) throws IOException {
        Path file = folder.resolve(target);
        if (Files.exists(file) && Files.mismatch(file, part(target)) == -1) {
            Files.delete(part(target));
        } else {
            Files.move(part(target), file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path part(String target) {
        return folder.resolve(target + ".part");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
