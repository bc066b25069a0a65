package se.utfall.console;

import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.utfall.console.page.Lamp;
import se.utfall.console.page.Page;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.console.page.Templates;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** The one page, for those who may read or operate. */
final class HomePage {
    private final Hub hub;
    private final RouteActs acts;
    private final Visits visits;
    private final Templates templates;

    HomePage(Hub hub, RouteActs acts, Visits visits, Templates templates) {
        this.hub = hub;
        this.acts = acts;
        this.visits = visits;
        this.templates = templates;
    }

    void show(Context ctx) {
        Visitor visitor = Visits.need(ctx, "read", "operate");
        Snapshot now = hub.look(EnumSet.allOf(Part.class));
        boolean operates = visitor.may("operate");
        Visits.html(
                ctx, templates.home(new Page(visits.frame(ctx), now, Lamp.of(now), operates, why(now), acts.pauses())));
    }

    private Map<String, List<IntakeFinding>> why(Snapshot now) {
        Map<String, List<IntakeFinding>> why = new HashMap<>();
        for (FileReport file : Page.shownFiles(now)) {
            if (file.state() == FileReport.State.QUARANTINED) {
                why.put(file.id(), hub.why(file));
            }
        }
        return why;
    }
}
