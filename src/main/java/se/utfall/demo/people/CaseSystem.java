package se.utfall.demo.people;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The stand-in for the case system. It exports made-up people with official test numbers, enrolled between 2019 and 2026, in three nights' extracts: all
 * seven types once in full, then what changed. The same seed and number of persons give the same bytes, and a repeated export touches nothing.
 *
 * <p>A few of the numbers become other people's new numbers, so there are slightly fewer persons than numbers.
 */
public final class CaseSystem {
    /** Fewer leave no room for everything that is planted. */
    public static final int FEWEST_PERSONS = Cast.FEWEST;

    /** How many persons an export can hold. */
    public static final int MOST_PERSONS = TestNumbers.ALL;

    private final Path folder;
    private final long seed;
    private final int persons;

    /**
     * @param folder the existing folder that the receiver knows as {@code /export}
     * @param persons how many test numbers to use, 40 to 23 966
     */
    public CaseSystem(Path folder, long seed, int persons) {
        this.folder = folder;
        this.seed = seed;
        this.persons = persons;
    }

    public Export export() throws IOException {
        Cast cast = new Cast(seed, persons);
        Map<Plant, Integer> planted = new EnumMap<>(cast.plants());
        List<Export.WrittenFile> files = new ArrayList<>();
        for (Extract extract : Extract.values()) {
            for (Content content : contents(cast)) {
                write(content, extract, planted, files);
            }
        }
        files.add(fileWithWrongHash(cast, planted));
        return new Export(files, new Planted(planted));
    }

    private static List<Content> contents(Cast cast) {
        return List.of(
                new NumberChangeRows(cast),
                new EnrolmentRows(cast),
                new ExitRows(cast),
                new MeasureRows(cast),
                new RatingRows(cast),
                new CostRows(cast),
                new DeregistrationRows(cast));
    }

    private void write(Content content, Extract extract, Map<Plant, Integer> planted, List<Export.WrittenFile> files)
            throws IOException {
        try (CsvFile file = new CsvFile(folder, content.type(), extract, 1)) {
            new Writing(content, extract, new Sheet(file, planted)).write();
            if (file.empty()) {
                file.discard();
            } else {
                files.add(file.publish(false));
            }
        }
    }

    private Export.WrittenFile fileWithWrongHash(Cast cast, Map<Plant, Integer> planted) throws IOException {
        planted.merge(Plant.WRONG_HASH, 1, Integer::sum);
        CostRows costs = new CostRows(cast);
        try (CsvFile file = new CsvFile(folder, FileType.KOSTNAD, Extract.SECOND, 2)) {
            for (int i = 0; i < 5; i++) {
                file.row(costs.spare(i));
            }
            return file.publish(true);
        }
    }
}
