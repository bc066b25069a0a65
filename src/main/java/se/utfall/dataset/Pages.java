package se.utfall.dataset;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The web pages of a dataset, from {@code src/main/jte/dataset/}: they stand alone, without scripts, and open from a folder. */
final class Pages {
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(ContentType.Html);

    private Pages() {}

    static String page(String name, Map<String, Object> parameters) {
        StringOutput out = new StringOutput();
        ENGINE.render("dataset/" + name + ".jte", parameters, out);
        return out.toString();
    }
}
