package se.utfall.order;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file of a package: written once to be measured and once into the zip, so that it need never lie anywhere.
 *
 * @param rows data records
 */
record ContentFile(String name, long rows, Content content) {
    /** Writes the file and leaves {@code to} open. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream to) throws IOException;
    }
}
