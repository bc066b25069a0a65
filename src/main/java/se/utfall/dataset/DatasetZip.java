package se.utfall.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A built dataset on its way to a statistician: its folder as a zip, streamed. Everything in it was compared with its checksums before this was made. */
public final class DatasetZip {
    private static final String SEPARATOR = "  ";
    private final Path folder;
    private final List<String> names;

    private DatasetZip(Path folder, List<String> names) {
        this.folder = folder;
        this.names = names;
    }

    /** The folder's files, if none was altered, added or taken away since it was built. */
    static DatasetZip of(Path folder, String checksumsSha256) throws IOException {
        byte[] checksums = Files.readAllBytes(folder.resolve(Checksums.FILE));
        List<String> names = new ArrayList<>();
        boolean whole = Sha256.of(checksums).equals(checksumsSha256);
        for (String line : new String(checksums, StandardCharsets.UTF_8).lines().toList()) {
            String name = line.substring(line.indexOf(SEPARATOR) + SEPARATOR.length());
            names.add(name);
            Path file = folder.resolve(name);
            whole = whole && Files.isRegularFile(file) && line.equals(Sha256.of(file) + SEPARATOR + name);
        }
        names.add(Checksums.FILE);
        names.add(Checksums.SIGNATURE);
        if (!whole || new BuildFolder(folder).files().size() != names.size()) {
            throw new DatasetRefusedException("ALTERED", name(folder));
        }
        return new DatasetZip(folder, names);
    }

    public String fileName() {
        return name(folder) + ".zip";
    }

    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (String name : names) {
            zip.putNextEntry(new ZipEntry(name(folder) + "/" + name));
            Files.copy(folder.resolve(name), zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
