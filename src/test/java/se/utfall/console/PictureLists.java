package se.utfall.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.utfall.console.page.Snapshot;
import se.utfall.dataset.DatasetView;
import se.utfall.exchange.PackageName;
import se.utfall.exchange.PackageView;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileReport.State;
import se.utfall.notice.Task;
import se.utfall.publish.PublishedBatch;

/** What lies in the rooms on those days. */
final class PictureLists {
    private PictureLists() {}

    /** Much needs somebody, and these tasks and this file are real ones. */
    static Snapshot waiting(List<Task> tasks, FileReport file) {
        Snapshot s = Pictures.with(Pictures.troubled(), tasks);
        List<FileReport> files = new ArrayList<>(s.files());
        files.add(file);
        return new Snapshot(
                s.asOf(),
                s.tasks(),
                s.orders(),
                s.drafts(),
                s.packages(),
                s.deliveries(),
                s.results(),
                files,
                s.batches(),
                s.datasets(),
                s.routes(),
                s.contacts(),
                s.unreadable());
    }

    static List<FileReport> files() {
        List<FileReport> files = new ArrayList<>();
        for (int day = 1; day <= 23; day++) {
            files.add(Pictures.loaded("inskrivning_202611%02d_001.csv".formatted(day), 0, Map.of()));
            files.add(Pictures.loaded(
                    "avslut_202611%02d_001.csv".formatted(day), 2, new TreeMap<>(Map.of("KOD", 1, "DATUM", 1))));
        }
        files.add(Pictures.file("insats_20261123_001.csv", State.QUARANTINED, 0, 0, 0, Map.of()));
        files.add(Pictures.file("kostnad_20261123_001.csv", State.CHECKED, 77, 0, 0, Map.of()));
        files.add(Pictures.file("progression_20261123_001.csv", State.WAITING, 0, 0, 0, Map.of()));
        return files;
    }

    static List<PackageView> packages() {
        return List.of(
                packet(
                        "SCB-2026-001_bestallning_001.zip.pgp",
                        true,
                        "ACKNOWLEDGED",
                        null,
                        List.of("MOTTAGEN", "GODKAND")),
                packet("SCB-2026-001_leverans_001.zip.pgp", false, "ACCEPTED", null, List.of("GODKAND")),
                packet("SCB-2026-001_leverans_002.zip.pgp", false, "REFUSED", "KOLUMN_SAKNAS", List.of("AVVISAD")));
    }

    private static PackageView packet(
            String name, boolean outgoing, String state, @Nullable String code, List<String> receipts) {
        return new PackageView(
                name,
                "SCB",
                outgoing,
                PackageName.parse(name).orElseThrow(),
                state,
                code,
                Pictures.HASH,
                48_211,
                null,
                null,
                Pictures.NOW.minusSeconds(90_000),
                receipts);
    }

    static List<PublishedBatch> batches() {
        return List.of(
                new PublishedBatch(
                        "b-7f0c2a",
                        "SCB-2026-001-L001",
                        "SCB-2026-001",
                        "stockholmsjobb",
                        PublishedBatch.Form.RECORD,
                        37_056,
                        37_056,
                        Pictures.HASH,
                        Pictures.NOW.minusSeconds(3_600),
                        Pictures.NOW.minusSeconds(3_500)),
                new PublishedBatch(
                        "b-81d4e9",
                        "SCB-2026-001-L002",
                        "SCB-2026-001",
                        "stockholmsjobb",
                        PublishedBatch.Form.BLOCK,
                        37_056,
                        12_000,
                        null,
                        Pictures.NOW.minusSeconds(60),
                        null));
    }

    static List<DatasetView> datasets() {
        return List.of(
                new DatasetView(
                        "SCB-2026-001-D001",
                        "SCB-2026-001",
                        1,
                        "BUILT",
                        "disa",
                        0,
                        Path.of("/srv/secret-place/stockholmsjobb_v001_20261123_3b1f6d0a"),
                        Pictures.HASH,
                        4_200L,
                        100L,
                        null,
                        Pictures.NOW.minusSeconds(7_200)),
                new DatasetView(
                        "SCB-2026-001-D002",
                        "SCB-2026-001",
                        2,
                        "REQUESTED",
                        "disa",
                        0,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Pictures.NOW));
    }
}
