package se.utfall.intake;

import java.io.IOException;

/** Opens a sealed file row by row, as its source writes. */
final class Opening {
    private final House house;

    Opening(House house) {
        this.house = house;
    }

    RowReading reading(StoredFile file) {
        return new RowReading(house.layouts().of(file.type()), house.blocked(), file.extractedAt(), file.tenDigits());
    }

    /** Without the header, which was checked when the file came. */
    CsvRows rows(StoredFile file) throws IOException {
        CsvRows rows = CsvRows.open(house.archive().open(file.id()), file.charset());
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    /** The keys that the file's rows name. */
    Named named(StoredFile file) throws IOException {
        Named named = new Named();
        RowReading reading = reading(file);
        try (CsvRows rows = rows(file)) {
            while (rows.hasNext()) {
                named.note(reading.read(rows.next()));
            }
        }
        return named;
    }
}
