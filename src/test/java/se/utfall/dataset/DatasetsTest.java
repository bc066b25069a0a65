package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.notice.Messages;
import se.utfall.order.OrderState;
import se.utfall.store.ActingUser;
import se.utfall.store.Sha256;

class DatasetsTest {
    @TempDir
    Path temp;

    private MadeUp order;
    private DatasetHouse house;

    @BeforeEach
    void open() {
        order = new MadeUp(300, 30);
        house = new DatasetHouse(temp, order);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void takesRequestsWithRisingVersionsAndAuditsThem() {
        DatasetView first = house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        DatasetView second = house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);

        assertThat(first.id()).isEqualTo("SCB-2026-001_v001");
        assertThat(first.state()).isEqualTo("REQUESTED");
        assertThat(first.folder()).isNull();
        assertThat(second.version()).isEqualTo(2);
        assertThat(house.datasets.list()).containsExactly(first, second);
        assertThat(house.audited())
                .containsExactly(
                        "stina DATASET_REQUESTED SCB-2026-001_v001 SCB-2026-001",
                        "stina DATASET_REQUESTED SCB-2026-001_v002 SCB-2026-001");
    }

    @Test
    void auditsWhatItBuilt() {
        DatasetView built = house.built();

        assertThat(house.audited())
                .last()
                .isEqualTo("hub DATASET_BUILT " + built.id() + " sha256=" + built.checksumsSha256());
        assertThat(house.audit.verify().whole()).isTrue();
    }

    @Test
    void needsTheStatisticsRole() {
        ActingUser operator = new ActingUser("olga", Set.of("operate", "approve", "read", "security"));

        DatasetRefusedException refused = refused(() -> house.datasets.request(MadeUp.ORDER, operator));

        assertThat(refused.code()).isEqualTo("ROLE");
        assertThat(house.datasets.list()).isEmpty();
    }

    @Test
    void refusesInWordsAnOrderWithoutDeliveries() {
        order.delivered = false;

        DatasetRefusedException refused = refused(() -> house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA));

        assertThat(refused.code()).isEqualTo("NO_DELIVERIES");
        assertThat(refused.message(Messages.SWEDISH)).contains("Ingen leverans", "SCB-2026-001");
        assertThat(refused.message(Locale.ENGLISH)).contains("No delivery");
        assertThat(house.datasets.list()).isEmpty();
    }

    @Test
    void refusesAnOrderThatIsOver() {
        order.state = OrderState.DISPOSED;

        assertThat(refused(() -> house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA))
                        .code())
                .isEqualTo("ORDER_ENDED");
    }

    @Test
    void showsTheClearedTableTheSameForTheSameData() {
        DatasetTable first = house.datasets.table(house.built().id());
        DatasetTable second = house.datasets.table(house.built().id());

        assertThat(second).isEqualTo(first);
        assertThat(first.columns()).startsWith("months_after", "breakdown", "category", "register", "persons", "base");
        assertThat(first.rows()).allSatisfy(row -> assertThat(row).hasSameSizeAs(first.columns()));
        assertThat(first.rows()).extracting(r -> r.get(0)).containsOnly("3", "6", "12", "24");
    }

    @Test
    void hasNoTableBeforeItIsBuilt() {
        DatasetView asked = house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);

        assertThat(refused(() -> house.datasets.table(asked.id())).code()).isEqualTo("NO_TABLE");
        assertThat(refused(() -> house.datasets.table("SCB-2026-009_v001")).code())
                .isEqualTo("UNKNOWN");
    }

    @Test
    void showsNoTableThatWasAltered() throws IOException {
        DatasetView built = house.built();
        Files.writeString(built.table(), "3;TOTAL;TOTAL;1\n", StandardOpenOption.APPEND);

        assertThat(refused(() -> house.datasets.table(built.id())).code()).isEqualTo("ALTERED");
    }

    @Test
    void showsNoTableWhoseChecksumsWereAlteredWithIt() throws IOException {
        DatasetView built = house.built();
        Path checksums = built.folder().resolve(Checksums.FILE);
        String before = Sha256.of(built.table());
        Files.writeString(built.table(), "3;TOTAL;TOTAL;1\n", StandardOpenOption.APPEND);
        Files.writeString(checksums, Files.readString(checksums).replace(before, Sha256.of(built.table())));

        assertThat(refused(() -> house.datasets.table(built.id())).code()).isEqualTo("ALTERED");
    }

    @Test
    void givesTheWholeFolderToAStatisticianAndTracesItFirst() throws IOException {
        DatasetView built = house.built();

        DatasetZip zip = house.datasets.fetch(built.id(), DatasetHouse.STINA);

        assertThat(house.audited())
                .last()
                .isEqualTo("stina DATASET_FETCHED " + built.id() + " " + built.checksumsSha256());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        zip.writeTo(out);
        assertThat(zip.fileName()).isEqualTo(built.folder().getFileName() + ".zip");
        assertThat(unzipped(out.toByteArray(), built.folder().getFileName() + "/"))
                .isEqualTo(hashes(built.folder()))
                .containsKeys("CHECKSUMS.sha256", "CHECKSUMS.sha256.sig", "datapackage.json");
    }

    @Test
    void givesNothingToOthersNorOfAnAlteredOrUnbuiltDataset() throws IOException {
        DatasetView built = house.built();
        DatasetView asked = house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        ActingUser operator = new ActingUser("olga", Set.of("operate", "approve", "read", "security"));

        assertThat(refused(() -> house.datasets.fetch(built.id(), operator)).code())
                .isEqualTo("ROLE");
        assertThat(refused(() -> house.datasets.fetch(asked.id(), DatasetHouse.STINA))
                        .code())
                .isEqualTo("NOT_BUILT");
        assertThat(refused(() -> house.datasets.fetch("SCB-2026-009_v001", DatasetHouse.STINA))
                        .code())
                .isEqualTo("UNKNOWN");
        Files.writeString(built.folder().resolve("extra.txt"), "?");
        assertThat(refused(() -> house.datasets.fetch(built.id(), DatasetHouse.STINA))
                        .code())
                .isEqualTo("ALTERED");
        assertThat(house.audited()).noneMatch(l -> l.contains("DATASET_FETCHED"));
    }

    private static Map<String, String> unzipped(byte[] zip, String folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                assertThat(entry.getName()).startsWith(folder);
                found.put(entry.getName().substring(folder.length()), Sha256.of(in.readAllBytes()));
            }
        }
        return found;
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (Path file : new BuildFolder(folder).files()) {
            found.put(new BuildFolder(folder).name(file), Sha256.of(file));
        }
        return found;
    }

    @Test
    void buildsAlsoWhenNoBackgroundWasOrdered() throws Exception {
        order.breakdowns = false;

        DatasetView built = house.built();

        try (Duck duck = new Duck()) {
            assertThat(duck.rows("SELECT DISTINCT sex, sex_mis, workplace, workplace_mis FROM " + Duck.parquet(built)))
                    .containsExactly(Arrays.asList(null, "NAP", null, "NAP"));
        }
        assertThat(house.datasets.table(built.id()).rows())
                .extracting(r -> r.get(1))
                .containsOnly("TOTAL");
    }

    private static DatasetRefusedException refused(Runnable act) {
        DatasetRefusedException refused = catchThrowableOfType(DatasetRefusedException.class, act::run);
        assertThat(refused).isNotNull();
        return refused;
    }
}
