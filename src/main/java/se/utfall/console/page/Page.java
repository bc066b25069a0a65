package se.utfall.console.page;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.dataset.DatasetView;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;
import se.utfall.order.OrderState;
import se.utfall.order.OrderView;

/**
 * A picture of the hub, or of a part of it, as a logged-in person may see it.
 *
 * @param why findings of files set aside, by the file's id
 * @param acts what people may decide about files, by the file's id; null where it is not shown or could not be read
 * @param pauses who paused a route and why, by the route's id
 */
public record Page(
        Frame frame,
        Snapshot now,
        Map<String, List<IntakeFinding>> why,
        @Nullable Map<String, Set<FileAct>> acts,
        Map<String, Pause> pauses) {
    private static final int SHOWN = 20;
    private static final Set<OrderState> WITH_US = Set.of(
            OrderState.DRAFT,
            OrderState.LEGAL_BASIS_RECORDED,
            OrderState.SPEC_APPROVED,
            OrderState.POPULATION_FROZEN,
            OrderState.RELEASE_APPROVED,
            OrderState.REJECTED);

    public Texts texts() {
        return frame.texts();
    }

    public Deeds deeds() {
        return new Deeds(frame.texts());
    }

    public Lamp lamp() {
        return Lamp.of(now);
    }

    public boolean operates() {
        return frame.may("operate");
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

    /** Orders that wait for us first, then the newest. */
    public List<OrderView> orders() {
        return newest(now.orders()).stream()
                .sorted(Comparator.comparing(o -> !WITH_US.contains(o.state())))
                .toList();
    }

    /** Orders whose next step is a person's in this house. */
    public List<OrderView> waitingOrders() {
        return now.orders().stream().filter(o -> WITH_US.contains(o.state())).toList();
    }

    /** Whether this person may give the order one of its approvals. */
    public boolean approves(OrderView order) {
        return frame.may("approve")
                && order.state() == OrderState.POPULATION_FROZEN
                && !isMe(order.frozenBy())
                && order.approvals().stream().noneMatch(this::isMe);
    }

    /** Why one who approves cannot approve this one: a key of the texts, empty when nothing stands in the way or it is not the time. */
    public String approvesNot(OrderView order) {
        if (!frame.may("approve") || order.state() != OrderState.POPULATION_FROZEN) {
            return "";
        }
        return isMe(order.frozenBy()) ? "orders.approve.froze" : approves(order) ? "" : "orders.approve.done";
    }

    private boolean isMe(@Nullable String name) {
        return frame.user() != null && frame.user().name().equalsIgnoreCase(name);
    }

    /** Files that wait for people first, then those not settled, then the newest. */
    public static List<FileReport> shownFiles(Snapshot now) {
        Comparator<FileReport> settledLast = Comparator.comparing(Page::rank);
        List<FileReport> all = now.files();
        List<FileReport> newestFirst = Stream.iterate(all.size() - 1, i -> i >= 0, i -> i - 1)
                .<FileReport>map(all::get)
                .sorted(settledLast)
                .toList();
        return newestFirst.subList(0, Math.min(SHOWN, newestFirst.size()));
    }

    private static int rank(FileReport file) {
        return switch (file.state()) {
            case QUARANTINED -> 0;
            case WAITING, CHECKED -> 1;
            case LOADED, UNCHANGED, REJECTED -> 2;
        };
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

    /** Whether the file waits for a person's decision. */
    public boolean undecided(FileReport file) {
        return acts != null && acts.containsKey(file.id());
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
