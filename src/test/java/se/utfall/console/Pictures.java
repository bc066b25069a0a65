package se.utfall.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.utfall.console.page.Contact;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileReport.State;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.linkage.LinkedDelivery.TableLedger;
import se.utfall.linkage.ResultDelivery;
import se.utfall.notice.Task;
import se.utfall.order.DeliveryMode;
import se.utfall.order.DraftView;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.order.OrderView;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** Pictures of a hub as a day may leave it. */
public final class Pictures {
    public static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    public static final OrderId ORDER = new OrderId("SCB-2026-001");
    public static final String HASH = "3b1f6d0a9c".repeat(6) + "77aa";

    private Pictures() {}

    /** Nothing needs anybody. */
    public static Snapshot calm() {
        return new Snapshot(
                NOW,
                List.of(),
                List.of(order(ORDER, OrderState.PARTLY_DELIVERED, "olga", List.of("anna", "bea"))),
                List.of(),
                PictureLists.packages(),
                List.of(delivery(true)),
                List.of(),
                List.of(loaded("avslut_20261123_001.csv", 2, Map.of("KOD", 1, "DATUM", 1))),
                PictureLists.batches(),
                PictureLists.datasets(),
                List.of(route("intake-pull-jobbtorg", "Started"), route("publish", "Started")),
                contacts(Duration.ofSeconds(40)),
                Set.of());
    }

    /** Much needs somebody. */
    public static Snapshot troubled() {
        return new Snapshot(
                NOW,
                List.of(
                        new Task(
                                "1",
                                "intake",
                                "FIL_UNDANLAGD",
                                "jobbtorg/insats_20261123_001.csv",
                                NOW.minusSeconds(50_000)),
                        new Task("2", "flow", "COUNTERPART_SILENT", "SCB", NOW.minusSeconds(600))),
                List.of(
                        order(ORDER, OrderState.DELIVERED, "olga", List.of("anna", "bea")),
                        order(new OrderId("SCB-2026-002"), OrderState.POPULATION_FROZEN, "olga", List.of("anna")),
                        order(new OrderId("IFAU-2026-001"), OrderState.SPEC_APPROVED, null, List.of()),
                        study()),
                List.of(draft()),
                PictureLists.packages(),
                List.of(delivery(true), delivery(false)),
                List.of(result()),
                PictureLists.files(),
                PictureLists.batches(),
                PictureLists.datasets(),
                List.of(
                        route("intake-pull-jobbtorg", "Started"),
                        route("exchange-receive-SCB", "Started"),
                        route("linkage", "Suspended"),
                        route("publish", "Started")),
                contacts(Duration.ofMinutes(14)),
                Set.of());
    }

    public static Snapshot with(Snapshot s, List<Task> tasks) {
        return new Snapshot(
                s.asOf(),
                tasks,
                s.orders(),
                s.drafts(),
                s.packages(),
                s.deliveries(),
                s.results(),
                s.files(),
                s.batches(),
                s.datasets(),
                s.routes(),
                s.contacts(),
                s.unreadable());
    }

    public static Snapshot unread(Snapshot s, Part part) {
        return new Snapshot(
                s.asOf(),
                s.tasks(),
                s.orders(),
                s.drafts(),
                s.packages(),
                s.deliveries(),
                s.results(),
                s.files(),
                s.batches(),
                s.datasets(),
                s.routes(),
                s.contacts(),
                Set.of(part));
    }

    public static OrderView order(OrderId id, OrderState state, @Nullable String frozenBy, List<String> approvals) {
        OrderTerms terms = new OrderTerms(
                id,
                id.value().substring(0, id.value().indexOf('-')),
                "stockholmsjobb",
                "Vad blev det av dem som avslutat ett Stockholmsjobb?",
                "AMN 2026/117",
                Map.of(SourceRegister.BAS, List.of("SyssStat")),
                YearMonth.of(2025, 1),
                YearMonth.of(2026, 12),
                Anchor.INTERVENTION_END,
                DeliveryMode.FILE,
                LocalDate.of(2029, 12, 31),
                null);
        boolean frozen = frozenBy != null;
        return new OrderView(
                terms,
                state,
                1,
                frozenBy,
                frozen ? HASH : null,
                frozen ? "0123456789ABCDEF".repeat(2) + "01234567" : null,
                approvals,
                frozen ? new OrderView.Funnel(1_840, 1_612, 1_544, 41, 3, 24) : new OrderView.Funnel(0, 0, 0, 0, 0, 0),
                null);
    }

    /** A study whose key file is acknowledged and whose content is on its way. */
    public static OrderView study() {
        OrderView view = order(new OrderId("IFAU-2026-002"), OrderState.SENT, "olga", List.of("anna", "bea"));
        return new OrderView(
                view.terms(),
                view.state(),
                view.sequence(),
                view.frozenBy(),
                view.manifestSha256(),
                view.recipientFingerprint(),
                view.approvals(),
                view.funnel(),
                new OrderView.StudyView(
                        300,
                        1_244,
                        List.of(
                                new OrderView.PackageState("SCB", HASH, "0123456789ABCDEF".repeat(2), "ACKNOWLEDGED"),
                                new OrderView.PackageState("IFAU", HASH, "ABCDEF0123456789".repeat(2), "SENT"))));
    }

    public static DraftView draft() {
        return new DraftView(
                new DraftView.Terms(
                        new OrderId("IFAU-2026-003"),
                        "IFAU",
                        "IFAU-2026-901",
                        "Effekter av <Stockholmsjobb>",
                        "IFAU 245/2026",
                        Map.of("BAS", List.of("SyssStat")),
                        YearMonth.of(2016, 1),
                        YearMonth.of(2026, 6),
                        "Alla som började ett Stockholmsjobb",
                        "typ=STOCKHOLMSJOBB"),
                OrderState.DRAFT,
                1,
                HASH,
                NOW,
                List.of("purpose", "legalBasis"));
    }

    public static ResultDelivery result() {
        return new ResultDelivery(
                new DeliveryId("IFAU-2026-002-L001"),
                new OrderId("IFAU-2026-002"),
                "IFAU",
                1,
                true,
                "IFAU-2026-002_leverans_001.zip.pgp",
                HASH,
                NOW,
                41,
                40,
                Map.of("FALT", 1L),
                NOW,
                HASH);
    }

    public static LinkedDelivery delivery(boolean balanced) {
        Map<String, Long> aside = new TreeMap<>(Map.of("OKANT_LOPNR", 3L, "DUBBLETT", 9L));
        TableLedger bas = new TableLedger(
                "bas_2025.csv",
                SourceRegister.BAS,
                SourceStatus.PRELIMINARY,
                18_540,
                18_528,
                aside,
                List.of(
                        new PeriodLedger("2025-01", 1_544, 1_541, 3),
                        new PeriodLedger("2025-02", 1_544, 1_540, balanced ? 4 : 3)));
        TableLedger ekb = new TableLedger(
                "ekb_2025.csv",
                SourceRegister.EKB,
                SourceStatus.FINAL,
                4_210,
                balanced ? 4_210 : 4_200,
                Map.of(),
                List.of(new PeriodLedger("2025-01", 1_544, 402, 1_142)));
        return new LinkedDelivery(
                new DeliveryId(balanced ? "SCB-2026-001-L001" : "SCB-2026-001-L002"),
                ORDER,
                "stockholmsjobb",
                balanced ? 1 : 2,
                !balanced,
                HASH,
                NOW.minusSeconds(90_000),
                37_056,
                1_544,
                List.of(bas, ekb),
                List.of("Kommun"));
    }

    public static FileReport loaded(String name, int rejected, Map<String, Integer> codes) {
        return file(name, State.LOADED, 1_234, 1_234 - rejected, rejected, codes);
    }

    public static FileReport file(
            String name, State state, int rows, int loaded, int rejected, Map<String, Integer> codes) {
        return new FileReport(
                "id-" + name,
                "jobbtorg",
                name,
                name.substring(0, name.indexOf('_')),
                state,
                state == State.QUARANTINED ? "RADANTAL" : null,
                HASH,
                NOW,
                rows,
                loaded,
                0,
                0,
                0,
                0,
                rejected,
                0,
                0,
                0,
                codes);
    }

    public static RouteState route(String id, String status) {
        return new RouteState(id, "Does what " + id + " does.", "If it stops, resume it.", status);
    }

    private static List<Contact> contacts(Duration scbAge) {
        return List.of(
                new Contact("SCB", NOW.minus(scbAge), Duration.ofMinutes(1)),
                new Contact("jobbtorg", NOW.minusSeconds(12), Duration.ofMinutes(1)));
    }
}
