package se.utfall.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A built dataset on its way to a statistician: its folder as a zip, streamed. Everything in it was compared with its checksums before this was made. */
public final class DatasetZip {
    private final BuildFolder folder;

    private DatasetZip(BuildFolder folder) {
        this.folder = folder;
    }

    /** The folder's files, if none was altered, added or taken away since it was built. */
    static DatasetZip of(Path folder, String checksumsSha256) throws IOException {
        Checksums.allUnaltered(folder, checksumsSha256);
        return new DatasetZip(new BuildFolder(folder));
    }

    public String fileName() {
        return name() + ".zip";
    }

    /** Under the folder's name, as unpacking is expected to lay it. */
    public void writeTo(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        for (Path file : folder.files()) {
            zip.putNextEntry(new ZipEntry(name() + "/" + folder.name(file)));
            Files.copy(file, zip);
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private String name() {
        return String.valueOf(folder.root().getFileName());
    }
}
