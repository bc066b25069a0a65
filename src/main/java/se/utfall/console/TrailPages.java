package se.utfall.console;

import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditTrail;
import se.utfall.audit.AuditTrail.Verdict;
import se.utfall.console.page.Section;
import se.utfall.console.page.Templates;
import se.utfall.console.page.TrailPage;

/** The audit trail and the users, for the role security only. */
final class TrailPages {
    private final AuditTrail audit;
    private final Users users;
    private final Visits visits;
    private final Templates templates;

    TrailPages(AuditTrail audit, Users users, Visits visits, Templates templates) {
        this.audit = audit;
        this.users = users;
        this.visits = visits;
        this.templates = templates;
    }

    void show(Context ctx) {
        visits.need(ctx, Section.TRAIL.roles().toArray(String[]::new));
        show(ctx, null);
    }

    /** Walks the whole chain. */
    void verify(Context ctx) {
        visits.need(ctx, Section.TRAIL.roles().toArray(String[]::new));
        show(ctx, audit.verify());
    }

    private void show(Context ctx, @Nullable Verdict verdict) {
        long before = Optional.ofNullable(ctx.queryParam("before"))
                .filter(n -> n.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
        TrailPage page =
                new TrailPage(visits.frame(ctx), audit.linesBefore(before, TrailPage.SHOWN), users.list(), verdict);
        Visits.html(ctx, templates.trail(page));
    }
}
