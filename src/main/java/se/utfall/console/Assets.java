package se.utfall.console;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;

/** The style sheet and the icon: the only things that anybody may fetch. Read once, from the jar. */
final class Assets {
    private static final Map<String, String> TYPES =
            Map.of("/utfall.css", "text/css; charset=utf-8", "/utfall.svg", "image/svg+xml");
    private final Map<String, byte[]> contents =
            Map.of("/utfall.css", read("utfall.css"), "/utfall.svg", read("utfall.svg"));

    static boolean has(String path) {
        return TYPES.containsKey(path);
    }

    void serve(Context ctx) {
        ctx.contentType(Objects.requireNonNull(TYPES.get(ctx.path())))
                .result(Objects.requireNonNull(contents.get(ctx.path())));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
