package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import se.utfall.dataset.DatasetZip;
import se.utfall.flow.Rooms;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReason;
import se.utfall.notice.ClosingReason;
import se.utfall.order.OrderId;
import se.utfall.store.ActingUser;

/** What people do from the page besides pausing routes: close tasks, decide on files, approve orders, fetch datasets. The rooms decide whether it can be done, and leave the trace. */
final class WorkActs {
    private final Rooms rooms;
    private final TaskClosing closing;
    private final Visits visits;

    WorkActs(Rooms rooms, Visits visits) {
        this.rooms = rooms;
        this.closing = new TaskClosing(rooms);
        this.visits = visits;
    }

    void closeTask(Context ctx) {
        ActingUser by = visits.need(ctx, "operate").user();
        ClosingReason reason = Reasons.reason(ctx, List.of(ClosingReason.values()));
        closing.close(Reasons.field(ctx, "key"), reason, Reasons.reference(ctx), by);
        ctx.redirect("/#closed", HttpStatus.SEE_OTHER);
    }

    void decide(Context ctx) {
        ActingUser by = visits.need(ctx, "operate").user();
        FileAct act = Arrays.stream(FileAct.values())
                .filter(a -> a.name().equals(ctx.pathParam("act")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        FileReason reason = Reasons.reason(ctx, act.reasons());
        String file = rooms.intake()
                .decide(ctx.pathParam("file"), act, reason, Reasons.reference(ctx), by)
                .id();
        ctx.redirect("/files/" + file, HttpStatus.SEE_OTHER);
    }

    void approve(Context ctx) {
        ActingUser by = visits.need(ctx, "approve").user();
        OrderId order = order(ctx);
        rooms.orders().approve(order, Reasons.field(ctx, "manifest"), Reasons.field(ctx, "fingerprint"), by);
        ctx.redirect("/orders#o-" + order.value(), HttpStatus.SEE_OTHER);
    }

    /** The trace is left before the first byte; a connection that breaks leaves a zip without end, which no reader takes for whole. */
    void fetch(Context ctx) throws IOException {
        ActingUser by = visits.need(ctx, "statistics").user();
        DatasetZip zip = rooms.datasets().fetch(ctx.pathParam("dataset"), by);
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment; filename=\"" + zip.fileName() + "\"");
        zip.writeTo(ctx.outputStream());
    }

    private static OrderId order(Context ctx) {
        try {
            return new OrderId(ctx.pathParam("order"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse();
        }
    }
}
