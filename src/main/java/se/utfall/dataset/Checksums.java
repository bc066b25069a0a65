package se.utfall.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import se.utfall.keys.DetachedSigning;
import se.utfall.store.Sha256;

/** {@code CHECKSUMS.sha256}: every other file of the folder, as {@code sha256sum -c} reads it. */
final class Checksums {
    static final String FILE = "CHECKSUMS.sha256";
    static final String SIGNATURE = FILE + ".sig";

    private Checksums() {}

    /** Writes file and signature; returns the file's own hash, which ends the folder's name. */
    static String write(BuildFolder folder, DetachedSigning signing) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path file : folder.files()) {
            lines.append(Sha256.of(file)).append("  ").append(folder.name(file)).append('\n');
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        folder.write(FILE, bytes);
        folder.write(SIGNATURE, signing.detached(bytes));
        return Sha256.of(bytes);
    }

    /** Throws unless the folder holds exactly the files that were built. */
    static void allUnaltered(Path folder, String checksumsSha256) throws IOException {
        byte[] checksums = Files.readAllBytes(folder.resolve(FILE));
        StringBuilder now = new StringBuilder();
        BuildFolder content = new BuildFolder(folder);
        for (Path file : content.files()) {
            String name = content.name(file);
            if (!name.equals(FILE) && !name.equals(SIGNATURE)) {
                now.append(Sha256.of(file)).append("  ").append(name).append('\n');
            }
        }
        boolean same = now.toString().equals(new String(checksums, StandardCharsets.UTF_8))
                && Files.isRegularFile(folder.resolve(SIGNATURE));
        if (!same || !Sha256.of(checksums).equals(checksumsSha256)) {
            throw new DatasetRefusedException("ALTERED", folder.getFileName().toString());
        }
    }

    /** The file's content, if neither it nor the checksums were altered since. */
    static byte[] unaltered(Path folder, String name, String checksumsSha256) throws IOException {
        byte[] checksums = Files.readAllBytes(folder.resolve(FILE));
        byte[] content = Files.readAllBytes(folder.resolve(name));
        String line = Sha256.of(content) + "  " + name;
        boolean listed = new String(checksums, StandardCharsets.UTF_8).lines().anyMatch(line::equals);
        if (!Sha256.of(checksums).equals(checksumsSha256) || !listed) {
            throw new DatasetRefusedException("ALTERED", folder.getFileName().toString());
        }
        return content;
    }
}
