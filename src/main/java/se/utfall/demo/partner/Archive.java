package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Packages as they came, encrypted: what was judged stays what it was, whatever happens in {@code /in}. */
final class Archive {
    private final Path folder;

    Archive(Path marks) throws IOException {
        this.folder = Durable.privateFolder(marks.resolve("packages"));
    }

    /** A copy to judge; it counts once {@link #keep} was called. */
    Path copy(Look look) throws IOException {
        Path part = Durable.part(folder.resolve(look.name()));
        Files.copy(look.file(), part, StandardCopyOption.REPLACE_EXISTING);
        Durable.force(part);
        return part;
    }

    void keep(Path copy, String name) throws IOException {
        Durable.settle(copy, folder.resolve(name));
    }

    Path get(Taken taken) throws IOException {
        Path file = folder.resolve(taken.name());
        if (!Durable.sha256(file).equals(taken.sha256())) {
            throw new IOException(taken.name() + ": the kept package is not the one that was judged");
        }
        return file;
    }
}
