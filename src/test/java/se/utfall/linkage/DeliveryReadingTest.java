package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.linkage.LinkageFixture.BAS_HEADER;
import static se.utfall.linkage.LinkageFixture.EKB_HEADER;
import static se.utfall.linkage.LinkageFixture.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.PackageRefusedException;
import se.utfall.exchange.Provisional;
import se.utfall.linkage.LinkageFixture.Draft;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.notice.Task;
import se.utfall.order.DeliveryMode;
import se.utfall.order.OrderState;

class DeliveryReadingTest {
    private static final String ROWS = BAS_HEADER + "1;2026-01;1;N\n2;2026-01;2;N\n9;2026-01;1;N\n";

    @TempDir
    Path folder;

    private LinkageFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LinkageFixture(folder);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void keepsALedgerThatBalances() {
        fixture.population.recall(4);

        LinkedDelivery delivery = fixture.accept(delivery(1)
                        .table(
                                "BAS",
                                "PREL",
                                "2026-01",
                                "2026-02",
                                ROWS + "4;2026-01;1;N\n1;2026-02;7;N\n1;2026-02;1;N;\n"))
                .view();

        LinkedDelivery.TableLedger table = delivery.tables().get(0);
        assertThat(delivery.balanced()).isTrue();
        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.linked()).isEqualTo(2);
        assertThat(table.setAside().keySet()).containsExactly("FALT", "OKANT_LOPNR", "ATERKALLAD", "OGILTIGT_VARDE");
        assertThat(table.periods())
                .containsExactly(new PeriodLedger("2026-01", 3, 2, 1), new PeriodLedger("2026-02", 3, 0, 3));
        assertThat(delivery.persons()).isEqualTo(3);
        assertThat(delivery.records()).isEqualTo(6).isEqualTo(fixture.records(1).size());
        assertThat(delivery.id().value()).isEqualTo("SCB-2026-001-L001");
        assertThat(fixture.deliveredCalls).containsExactly(false);
    }

    @Test
    void raisesATaskWhenManyRowsAreSetAside() {
        fixture.accept(delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS));

        assertThat(fixture.tasks.listOpen()).extracting(Task::code).containsExactly("MANY_SET_ASIDE");
    }

    @Test
    void reportsColumnsThatNobodyOrdered() {
        LinkedDelivery delivery = fixture.accept(delivery(1)
                        .table(
                                "BAS",
                                "PREL",
                                "2026-01",
                                "2026-01",
                                "lopnr;period;Lon;SyssStat;KommunalInsats\n1;2026-01;9;1;N\n"))
                .view();

        assertThat(delivery.droppedColumns()).containsExactly("bas0.csv: Lon");
    }

    @Test
    void leavesNothingBehindWhenDestroyedOrRefused() throws IOException {
        Provisional provisional = fixture.read(delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS));
        provisional.destroy();
        Draft refused = delivery(1)
                .table("BAS", "PREL", "2026-01", "2026-01", ROWS)
                .table("EKB", "PREL", "2026-01", "2026-01", "lopnr;period\n");

        refuses(refused, "KOLUMN_SAKNAS");
        try (Stream<Path> left = Files.list(fixture.archive)) {
            assertThat(left).isEmpty();
        }
        assertThat(fixture.deliveredCalls).isEmpty();
    }

    @Test
    void countsNothingWhenTheTransactionIsRolledBack() {
        Provisional provisional = fixture.read(delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS));

        assertThatThrownBy(() -> fixture.database.useTransaction(handle -> {
                    provisional.commit(handle);
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");

        List<StoredDelivery> stored = fixture.database.inTransaction(handle -> new JdbcDeliveries().list(handle));
        assertThat(stored).isEmpty();
        fixture.accept(delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS));
        assertThat(fixture.records(1)).hasSize(4);
    }

    @Test
    void refusesRegistersThatAreUnknownOrNotOrdered() {
        refuses(delivery(1).table("RAMS", "PREL", "2026-01", "2026-01", ROWS), "REGISTER_OKANT");
        refuses(delivery(1).table("SCB_LISA", "PREL", "2026", "2026", ROWS), "REGISTER_OKANT");
        refuses(delivery(1).table("LISA", "PREL", "2026", "2026", ROWS), "REGISTER_EJ_BESTALLT");
    }

    @Test
    void refusesTwoTablesForOnePeriod() {
        refuses(
                delivery(1)
                        .table("BAS", "PREL", "2026-01", "2026-03", ROWS)
                        .table("BAS", "PREL", "2026-03", "2026-04", BAS_HEADER),
                "PERIOD_OVERLAPP");
    }

    @Test
    void refusesPreliminaryAfterDefinitive() {
        fixture.accept(delivery(1).table("BAS", "DEF", "2026-01", "2026-02", ROWS));

        refuses(delivery(2).table("BAS", "PREL", "2026-02", "2026-03", BAS_HEADER), "PREL_EFTER_DEF");
        fixture.accept(delivery(3).table("BAS", "PREL", "2026-03", "2026-03", BAS_HEADER));
    }

    @Test
    void refusesASequenceThatCountsAlreadyOrComesAfterItsSuccessor() {
        fixture.accept(delivery(2).table("BAS", "PREL", "2026-01", "2026-02", ROWS));

        refuses(delivery(2).table("BAS", "PREL", "2026-01", "2026-02", ROWS), "SEKVENS");
        refuses(delivery(1).table("BAS", "PREL", "2026-02", "2026-03", BAS_HEADER), "SEKVENS_GAMMAL");
        fixture.accept(delivery(1).table("EKB", "PREL", "2026-02", "2026-03", EKB_HEADER));
    }

    @Test
    void refusesARowCountThatIsNotTheManifests() {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        ((ObjectNode) delivery.files.get(0)).put("rader", 4);

        refuses(delivery, "RADANTAL");
    }

    @Test
    void refusesTablesAndFilesThatDoNotAgree() {
        Draft extra = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        extra.files.addObject().put("namn", "annan.csv").put("rader", 0);
        Draft missing = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        missing.files.removeAll();

        refuses(extra, "TABELLER");
        refuses(missing, "TABELLER");
        refuses(delivery(1), "TABELLER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avser", "slutlig", "tabeller", "filer"})
    void refusesAManifestWithoutARequiredField(String field) {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        delivery.manifest.remove(field);

        refuses(delivery, "MANIFEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"namn", "register", "status", "uttagsdatum", "period"})
    void refusesATableWithoutARequiredField(String field) {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        ((ObjectNode) delivery.tables.get(0)).remove(field);

        refuses(delivery, "MANIFEST");
    }

    @Test
    void refusesAnAnswerToAnotherOrder() {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        delivery.manifest.put("avser", "SCB-2026-002_bestallning_001.zip.pgp");

        refuses(delivery, "AVSER");
    }

    @Test
    void refusesWhatNobodyAwaits() {
        Draft delivery = delivery(1).table("BAS", "PREL", "2026-01", "2026-01", ROWS);
        for (OrderState state : List.of(OrderState.DRAFT, OrderState.REJECTED)) {
            fixture.state = state;
            refuses(delivery, "ORDER_VANTAS_EJ");
        }
        fixture.state = OrderState.DISPOSED;
        refuses(delivery, "ORDER_GALLRAD");
        fixture.state = OrderState.SENT;
        fixture.mode = DeliveryMode.MONA;

        refuses(delivery, "LEVERANSSATT");
    }

    private void refuses(Draft delivery, String code) {
        assertThatThrownBy(() -> fixture.read(delivery))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
