package se.utfall.console.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.exchange.PackageView;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.notice.ClosedTask;

/**
 * What has happened since yesterday morning.
 *
 * @param files that came since, null when the room did not answer
 * @param closed tasks that people closed since, null when they could not be read
 */
public record Lately(
        Instant since,
        @Nullable List<FileReport> files,
        @Nullable List<ClosedTask> closed,
        Snapshot now) {

    public long filesIn(FileReport.State state) {
        return files == null
                ? 0
                : files.stream().filter(f -> f.state() == state).count();
    }

    public long rows() {
        return files == null
                ? 0
                : files.stream()
                        .filter(FileReport::loadedNow)
                        .mapToLong(FileReport::rows)
                        .sum();
    }

    public long rejected() {
        return files == null
                ? 0
                : files.stream()
                        .filter(FileReport::loadedNow)
                        .mapToLong(FileReport::rejected)
                        .sum();
    }

    public List<PackageView> packages(boolean outgoing) {
        return now.packages().stream()
                .filter(p -> p.outgoing() == outgoing && !p.at().isBefore(since))
                .toList();
    }

    public long refused() {
        return packages(false).stream().filter(p -> p.code() != null).count();
    }

    public List<LinkedDelivery> deliveries() {
        return now.deliveries().stream()
                .filter(d -> !d.linkedAt().isBefore(since))
                .toList();
    }

    /** Records that the queue has confirmed in batches begun since. */
    public long published() {
        return now.batches().stream()
                .filter(b -> !b.startedAt().isBefore(since))
                .mapToLong(b -> b.position())
                .sum();
    }

    public long datasets() {
        return now.datasets().stream()
                .filter(d -> d.folder() != null && !d.at().isBefore(since))
                .count();
    }
}
