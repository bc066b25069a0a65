package se.utfall.demo.people;

import java.util.List;

/** What lies in the folder after an export, in the order it was written. */
public record Export(List<WrittenFile> files, Planted planted) {
    public Export {
        files = List.copyOf(files);
    }

    /** One file; {@code rows} counts its data records, faulty ones included. */
    public record WrittenFile(String name, int rows) {}

    public int rows() {
        return files.stream().mapToInt(WrittenFile::rows).sum();
    }
}
