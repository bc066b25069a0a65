package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import se.utfall.console.page.FilePage;
import se.utfall.console.page.FindPage;
import se.utfall.console.page.PackagePage;
import se.utfall.console.page.Section;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.console.page.Templates;
import se.utfall.exchange.PackageView;
import se.utfall.flow.Rooms;
import se.utfall.intake.FileReport;
import se.utfall.outcome.IdLike;

/** Where is file X: a search by name or hash, and one file's or package's whole way. */
final class FindPages {
    private static final Pattern ASKABLE = Pattern.compile("[A-Za-z0-9._-]{3,100}");
    /** A text with so many digits could be a person's number unless it has the shape of a file's name or of a hash. */
    private static final Pattern NAME_OR_HASH = Pattern.compile(".*[a-z]+_[0-9]{3,8}.*|[0-9a-f]*[a-f][0-9a-f]*");

    private static final int MOST = 50;
    private final Hub hub;
    private final Rooms rooms;
    private final Visits visits;
    private final Templates templates;

    FindPages(Hub hub, Rooms rooms, Visits visits, Templates templates) {
        this.hub = hub;
        this.rooms = rooms;
        this.visits = visits;
        this.templates = templates;
    }

    /** By link, or by the form, which keeps what was typed out of addresses. */
    void find(Context ctx) {
        visits.need(ctx, Section.FILES.roles().toArray(String[]::new));
        String typed = Optional.ofNullable(ctx.formParam("q"))
                .or(() -> Optional.ofNullable(ctx.queryParam("q")))
                .orElse("")
                .strip();
        String asked = mayBeAsked(typed) ? typed : "";
        FindPage page = search(ctx, asked);
        Optional<String> only = only(page);
        if (only.isPresent()) {
            ctx.redirect(only.get(), HttpStatus.SEE_OTHER);
        } else {
            Visits.html(ctx, templates.find(page));
        }
    }

    void file(Context ctx) {
        visits.need(ctx, Section.FILES.roles().toArray(String[]::new));
        FileReport file = rooms.intake().find(ctx.pathParam("file")).stream()
                .filter(f -> f.id().equals(ctx.pathParam("file")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Visits.html(
                ctx,
                templates.file(new FilePage(
                        visits.frame(ctx),
                        file,
                        rooms.intake().steps(file),
                        rooms.intake().findings(file),
                        rooms.intake().acts(file))));
    }

    void packet(Context ctx) {
        visits.need(ctx, Section.PARTNERS.roles().toArray(String[]::new));
        PackageView view = rooms.exchange().list().stream()
                .filter(p -> p.id().equals(ctx.pathParam("package")))
                .findFirst()
                .orElseThrow(NotFoundResponse::new);
        Visits.html(
                ctx,
                templates.packet(new PackagePage(
                        visits.frame(ctx), view, rooms.exchange().steps(view))));
    }

    private static boolean mayBeAsked(String typed) {
        return ASKABLE.matcher(typed).matches()
                && (!IdLike.is(typed) || NAME_OR_HASH.matcher(typed).matches());
    }

    private FindPage search(Context ctx, String asked) {
        Snapshot now = asked.isEmpty()
                ? hub.look(EnumSet.noneOf(Part.class))
                : hub.look(EnumSet.of(Part.FILES, Part.PACKAGES, Part.ORDERS, Part.DELIVERIES));
        return new FindPage(
                visits.frame(ctx),
                asked,
                matching(now.files(), asked, f -> f.name(), f -> f.hash()),
                matching(now.packages(), asked, p -> p.name().fileName(), p -> p.sha256()),
                matching(now.orders(), asked, o -> o.terms().id().value(), o -> ""),
                matching(now.drafts(), asked, d -> d.terms().id().value(), d -> ""),
                matching(now.deliveries(), asked, d -> d.id().value(), d -> d.packageSha256()),
                matching(now.results(), asked, r -> r.id().value(), r -> ""));
    }

    /** The newest that hold the text in their name, or whose hash begins with it. */
    private static <T> List<T> matching(List<T> all, String asked, Function<T, String> name, Function<T, String> hash) {
        if (asked.isEmpty()) {
            return List.of();
        }
        String low = asked.toLowerCase(Locale.ROOT);
        List<T> found = new ArrayList<>(all.stream()
                .filter(one -> name.apply(one).toLowerCase(Locale.ROOT).contains(low)
                        || (low.length() > 3 && hash.apply(one).startsWith(low)))
                .toList());
        Collections.reverse(found);
        return found.subList(0, Math.min(MOST, found.size()));
    }

    /** The one page that the answer is about, when there is one only. */
    private static Optional<String> only(FindPage page) {
        if (page.elsewhere() || page.files().size() + page.packages().size() != 1) {
            return Optional.empty();
        }
        if (page.packages().isEmpty()) {
            String id = page.files().get(0).id();
            return id.isEmpty() ? Optional.empty() : Optional.of("/files/" + id);
        }
        return Optional.of("/packages/" + page.packages().get(0).id());
    }
}
