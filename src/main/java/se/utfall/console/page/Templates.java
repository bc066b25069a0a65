package se.utfall.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The compiled templates. All they write is escaped for where it stands. */
public final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader());

    /** The first page. */
    public String start(Page page, Lately lately) {
        return render("view/start.jte", Map.of("page", page, "lately", lately));
    }

    /** One part of the page. */
    public String section(Section section, Page page) {
        return render("view" + section.path() + ".jte", Map.of("page", page));
    }

    public String file(FilePage page) {
        return render("view/file.jte", Map.of("page", page));
    }

    public String packet(PackagePage page) {
        return render("view/packet.jte", Map.of("page", page));
    }

    public String find(FindPage page) {
        return render("view/find.jte", Map.of("page", page));
    }

    public String trail(TrailPage page) {
        return render("view/trail.jte", Map.of("page", page));
    }

    /** The login form; {@code note} is shown above it, empty for none. */
    public String login(Frame frame, String note) {
        return render("login.jte", Map.of("frame", frame, "note", note));
    }

    public String error(Frame frame, String title, String text) {
        return render("error.jte", Map.of("frame", frame, "title", title, "text", text));
    }

    private String render(String name, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        engine.render(name, parameters, out);
        return out.toString();
    }
}
