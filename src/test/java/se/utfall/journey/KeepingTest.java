package se.utfall.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.TestHubs;
import se.utfall.dataset.DatasetRefusedException;
import se.utfall.dataset.DatasetView;
import se.utfall.demo.Stage;
import se.utfall.demo.partner.Fault;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretDestroyedException;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Task;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.publish.PublishedBatch;
import se.utfall.retention.DisposalView;
import se.utfall.retention.backup.BackupRefusedException;
import se.utfall.retention.backup.BackupView;
import se.utfall.store.ActingUser;
import se.utfall.store.Folders;
import se.utfall.store.TestDatabase;

/** A hub that is backed up half-way, thrown away, put back, goes on, and then forgets an order that no backup brings back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeepingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ActingUser ANNA = new ActingUser("anna", Set.of("approve"));
    private static final ActingUser STAT = new ActingUser("sten", Set.of("statistics"));
    private static final ActingUser OLGA = new ActingUser("olga", Set.of("operate"));
    private Stage stage;
    private Path folder;
    private Path later;
    private OrderId other;
    private String certificate;
    private Path delivery;
    private Path population;

    @BeforeAll
    void set(@TempDir Path data) throws IOException {
        folder = data;
        stage = Stage.set(data, 7, 300);
        Files.writeString(folder.resolve("backup.pass"), "four words in a file\n");
        Files.writeString(
                stage.config(),
                "\nbackup:\n  passphraseFile: " + folder.resolve("backup.pass") + "\n  secrets: "
                        + folder.resolve("secrets.copy") + "\n",
                StandardOpenOption.APPEND);
        stage.stopHub();
        stage.startHub();
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    @Order(1)
    void aRestoredHubGoesOnWhereItWas() throws IOException {
        assertThat(stage.partner().deliver(stage.order().value())).isPresent();
        awaitBatches(1);
        PublishedBatch before = stage.rooms().publishing().list().get(0);

        Path backup = folder.resolve("first.backup");
        BackupView made = TestHubs.backups(stage.config()).create(backup, step -> {});
        stage.stopHub();
        throwAway();
        TestHubs.backups(stage.config()).restore(backup, TestDatabase.isPostgres(), null, step -> {});
        stage.startHub();

        assertThat(made.orders()).containsExactly(stage.order().value());
        assertThat(new Numbers().find(backup)).isEmpty();
        assertThat(stage.rooms().tasks().listOpen()).extracting(Task::code).contains("RESTORED");
        assertThat(stage.partner().deliver(stage.order().value())).isPresent();
        awaitBatches(2);
        await().atMost(PATIENCE).until(() -> state() == OrderState.DELIVERED);
        assertThat(stage.rooms().linkage().list()).hasSize(2).allMatch(d -> d.balanced());
        assertThat(stage.rooms().publishing().list()).anySatisfy(batch -> {
            assertThat(batch.batchId()).isEqualTo(before.batchId());
            assertThat(batch.sha256()).isEqualTo(before.sha256());
        });
        assertThat(stage.partner().alarms()).isEmpty();
        assertThat(stage.rooms().audit().verify().whole()).isTrue();
    }

    @Test
    @Order(2)
    void anOrderIsDisposedOfAndNothingOfItCanBeReadAnyMore() throws IOException {
        OrderId order = stage.order();
        other = stage.rooms().orders().create(Path.of("docs/operator/exempel/scb-stockholmsjobb.yaml"), OLGA);
        stage.rooms().orders().freeze(other, OLGA);
        String dataset = dataset(order);
        later = folder.resolve("later.backup");
        TestHubs.backups(stage.config()).create(later, step -> {});
        Path copied = folder.resolve("copied");
        copy(stage.hubFolder().resolve("archive"), copied);
        population = one(copied.resolve("order"), order + "_", ".population.sealed");
        delivery = one(copied.resolve("linkage"), order + "-L001", "facts");

        DisposalView preview = stage.rooms().retention().preview(order, "AMF 2026/118", ANNA);
        assertThat(preview.destroyed().keySet()).contains("population", "package", "delivery", "dataset");
        assertThat(state()).isEqualTo(OrderState.DELIVERED);
        DisposalView done = stage.rooms().retention().dispose(order, "AMF 2026/118", ANNA);

        certificate = done.certificateSha256();
        assertThat(done.ended()).isTrue();
        assertThat(done.destroyed()).isEqualTo(preview.destroyed());
        assertThat(state()).isEqualTo(OrderState.DISPOSED);
        assertThatThrownBy(() -> stage.rooms().orders().followUpFacts(order)).hasMessageStartingWith("DISPOSED");
        assertThatThrownBy(() -> stage.rooms().orders().freeze(order, OLGA)).hasMessageStartingWith("DISPOSED");
        assertThatThrownBy(() -> stage.rooms().datasets().request(order, STAT))
                .isInstanceOf(DatasetRefusedException.class);
        assertThatThrownBy(() -> stage.rooms().datasets().fetch(dataset, STAT))
                .isInstanceOf(DatasetRefusedException.class);
        nothingLies();
        nothingOfTheCopyReads();
        assertThat(stage.rooms().orders().followUpFacts(other).size()).isPositive();
        assertThat(stage.rooms().audit().verify().whole()).isTrue();
    }

    @Test
    @Order(3)
    void whatComesForADisposedOrderIsRefusedAndIsNotKept() throws IOException {
        String replay = stage.partner().deliver(stage.order().value(), Fault.REPLAY);

        await().atMost(PATIENCE)
                .until(() -> stage.rooms().exchange().find(replay).stream()
                        .anyMatch(p -> p.state().equals("QUARANTINED")));

        await().atMost(PATIENCE)
                .until(() -> stage.rooms().exchange().held(stage.order()).isEmpty());
        assertThat(state()).isEqualTo(OrderState.DISPOSED);
        assertThat(stage.rooms().linkage().readable()).isEmpty();
    }

    @Test
    @Order(4)
    void anOlderBackupDoesNotBringItBack() throws IOException {
        stage.stopHub();
        assertThatThrownBy(() -> TestHubs.backups(stage.config()).restore(later, false, null, step -> {}))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageStartingWith("NOT_EMPTY");

        BackupView restored = TestHubs.backups(stage.config()).restore(later, true, null, step -> {});
        stage.startHub();

        assertThat(restored.disposedSince()).containsExactly(stage.order().value());
        disposedAgainByTheSameCertificate();
    }

    @Test
    @Order(5)
    void onANewMachineTheListOfDisposalsMustBeGiven() throws IOException {
        stage.stopHub();
        Path list = folder.resolve("list");
        copy(stage.secrets().resolve("disposals"), list);
        throwAway();
        Folders.remove(stage.secrets());
        assertThatThrownBy(() ->
                        TestHubs.backups(stage.config()).restore(later, TestDatabase.isPostgres(), null, step -> {}))
                .hasMessageStartingWith("DISPOSALS_NEEDED");
        assertThat(stage.secrets().resolve("root.key")).doesNotExist();

        TestHubs.backups(stage.config()).restore(later, TestDatabase.isPostgres(), list, step -> {});
        stage.startHub();

        disposedAgainByTheSameCertificate();
    }

    private void disposedAgainByTheSameCertificate() throws IOException {
        await().atMost(PATIENCE)
                .until(() -> stage.rooms().retention().list().stream().anyMatch(DisposalView::ended));
        assertThat(stage.rooms().retention().list()).singleElement().satisfies(d -> {
            assertThat(d.orderId()).isEqualTo(stage.order().value());
            assertThat(d.certificateSha256()).isEqualTo(certificate);
        });
        assertThat(state()).isEqualTo(OrderState.DISPOSED);
        nothingLies();
        nothingOfTheCopyReads();
        assertThat(stage.rooms().orders().followUpFacts(other).size()).isPositive();
    }

    /** In the hub's folders no file of the order, and no person anywhere. */
    private void nothingLies() throws IOException {
        String order = stage.order().value();
        for (Path root : List.of(stage.hubFolder().resolve("archive"), folder.resolve("datasets"))) {
            assertThat(Folders.files(root).stream()
                            .map(f -> root.relativize(f).toString())
                            .filter(name -> name.contains(order)))
                    .isEmpty();
        }
        Numbers numbers = new Numbers();
        List<String> found = new ArrayList<>();
        for (Path root : List.of(stage.hubFolder(), stage.secrets())) {
            for (Path file : Folders.files(root)) {
                numbers.find(file).ifPresent(w -> found.add(root.relativize(file) + " " + w));
            }
        }
        assertThat(found).isEmpty();
    }

    /** With the secrets as they are now, and with the copy of them, but the files as they were before. */
    private void nothingOfTheCopyReads() {
        SecretStore secrets = SecretStore.open(TestHubs.keys(stage.config()), Clock.systemUTC());
        SecretId secret = SecretId.order(stage.order().value());
        SealedFiles sealed = new SealedFiles(secrets);
        String object = String.valueOf(population.getFileName()).replace(".sealed", "");
        assertThatThrownBy(() -> sealed.read(population, secret, object, 1))
                .isInstanceOf(SecretDestroyedException.class);
        assertThatThrownBy(() -> sealed.read(delivery, secret, stage.order() + "-L001/facts", 1))
                .isInstanceOf(SecretDestroyedException.class);
        assertThatThrownBy(() -> secrets.derive(secret, "record-id", 32)).isInstanceOf(SecretDestroyedException.class);
        assertThat(secrets.holds(SecretId.order(other.value()))).isTrue();
    }

    private String dataset(OrderId order) {
        String id = stage.rooms().datasets().request(order, STAT).id();
        await().atMost(PATIENCE)
                .until(() -> stage.rooms().datasets().list().stream()
                        .filter(d -> d.id().equals(id))
                        .map(DatasetView::state)
                        .anyMatch("BUILT"::equals));
        return id;
    }

    private OrderState state() {
        return stage.rooms().orders().show(stage.order()).state();
    }

    private void awaitBatches(int done) {
        await().atMost(PATIENCE)
                .until(() -> stage.rooms().publishing().list().stream()
                                .filter(b -> b.doneAt() != null)
                                .count()
                        == done);
    }

    private void throwAway() throws IOException {
        for (Path path : List.of(stage.hubFolder(), folder.resolve("datasets"), folder.resolve("results"))) {
            Folders.remove(path);
        }
    }

    private static Path one(Path root, String prefix, String end) throws IOException {
        return Folders.files(root).stream()
                .filter(f -> root.relativize(f).toString().startsWith(prefix)
                        && f.toString().endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
