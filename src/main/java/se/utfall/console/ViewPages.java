package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.console.page.Lately;
import se.utfall.console.page.Page;
import se.utfall.console.page.Section;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.console.page.Templates;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** The parts of the page that show the hub, each for the roles it is open to. */
final class ViewPages {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private final Hub hub;
    private final RouteActs routes;
    private final Visits visits;
    private final Templates templates;
    private final Clock clock;

    ViewPages(Hub hub, RouteActs routes, Visits visits, Templates templates, Clock clock) {
        this.hub = hub;
        this.routes = routes;
        this.visits = visits;
        this.templates = templates;
        this.clock = clock;
    }

    /** The first page, or for those it is not open to the first that is. */
    void start(Context ctx) {
        Visitor visitor = visits.need(ctx, Users.ROLES.toArray(String[]::new));
        List<Section> open = Section.listOpenTo(visitor.user().roles());
        if (open.isEmpty()) {
            throw new ForbiddenResponse();
        }
        if (!open.contains(Section.START)) {
            ctx.redirect(open.get(0).path(), HttpStatus.SEE_OTHER);
            return;
        }
        Snapshot now = hub.look(EnumSet.allOf(Part.class));
        Instant since = LocalDate.ofInstant(clock.instant(), STOCKHOLM)
                .minusDays(1)
                .atStartOfDay(STOCKHOLM)
                .toInstant();
        Lately lately = new Lately(
                since,
                hub.filesSince(since).orElse(null),
                hub.closedSince(since).orElse(null),
                now);
        Visits.html(ctx, templates.start(new Page(visits.frame(ctx), now, Map.of(), null, routes.pauses()), lately));
    }

    void orders(Context ctx) {
        show(ctx, Section.ORDERS, Part.ORDERS);
    }

    void partners(Context ctx) {
        show(ctx, Section.PARTNERS, Part.CONTACTS, Part.PACKAGES);
    }

    void files(Context ctx) {
        show(ctx, Section.FILES, Part.FILES);
    }

    void deliveries(Context ctx) {
        show(ctx, Section.DELIVERIES, Part.DELIVERIES, Part.BATCHES);
    }

    void datasets(Context ctx) {
        show(ctx, Section.DATASETS, Part.DATASETS);
    }

    void routes(Context ctx) {
        show(ctx, Section.ROUTES, Part.ROUTES);
    }

    private void show(Context ctx, Section section, Part... parts) {
        visits.need(ctx, section.roles().toArray(String[]::new));
        Snapshot now = hub.look(Set.of(parts));
        @Nullable Map<String, Set<FileAct>> acts =
                section == Section.FILES ? hub.waitingForPeople().orElse(null) : null;
        Visits.html(ctx, templates.section(section, new Page(visits.frame(ctx), now, why(now), acts, routes.pauses())));
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
