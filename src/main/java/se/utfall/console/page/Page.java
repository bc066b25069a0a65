package se.utfall.console.page;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.dataset.DatasetView;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/**
 * The one page: a picture of the hub, as a logged-in person may see it.
 *
 * @param operates whether this person may pause and resume routes
 * @param why findings of files set aside, by the file's id
 * @param pauses who paused a route and why, by the route's id
 */
public record Page(
        Frame frame,
        Snapshot now,
        Lamp lamp,
        boolean operates,
        Map<String, List<IntakeFinding>> why,
        Map<String, Pause> pauses) {
    private static final int SHOWN = 20;

    public Texts texts() {
        return frame.texts();
    }

    public boolean has(Part part) {
        return now.has(part);
    }

    /** The newest of a list that comes oldest first. */
    public <T> List<T> newest(List<T> oldestFirst) {
        List<T> tail = oldestFirst.subList(Math.max(0, oldestFirst.size() - SHOWN), oldestFirst.size());
        return Stream.iterate(tail.size() - 1, i -> i >= 0, i -> i - 1)
                .<T>map(tail::get)
                .toList();
    }

    /** How many a list holds beyond those shown. */
    public int older(List<?> all) {
        return Math.max(0, all.size() - SHOWN);
    }

    /** Files not settled first, then the newest. */
    public static List<FileReport> shownFiles(Snapshot now) {
        Comparator<FileReport> settledLast = Comparator.comparing(
                f -> f.state() == FileReport.State.LOADED || f.state() == FileReport.State.UNCHANGED);
        List<FileReport> all = now.files();
        List<FileReport> newestFirst = Stream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1)
                .<FileReport>map(all::get)
                .sorted(settledLast)
                .toList();
        return newestFirst.subList(0, Math.min(SHOWN, newestFirst.size()));
    }

    public List<FileReport> files() {
        return shownFiles(now);
    }

    public long filesIn(FileReport.State state) {
        return now.files().stream().filter(f -> f.state() == state).count();
    }

    public List<IntakeFinding> whyOf(FileReport file) {
        return why.getOrDefault(file.id(), List.of());
    }

    /** The folder's name only: where datasets lie is nobody's business here. */
    public String folderName(DatasetView dataset) {
        Path folder = dataset.folder();
        return folder == null ? texts().of("datasets.folder.none") : String.valueOf(folder.getFileName());
    }

    /** The pause of a route that stands still, if it was made here. */
    public @Nullable Pause pauseOf(RouteState route) {
        return Lamp.runs(route) ? null : pauses.get(route.id());
    }
}
