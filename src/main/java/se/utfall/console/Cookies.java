package se.utfall.console;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import java.util.Optional;

/**
 * The three cookies: session, form token's holder before login, language. None can be read by a script or is sent from another site.
 *
 * @param onlyTls demand TLS even when no proxy says that there is any
 */
record Cookies(boolean onlyTls) {
    static final String SESSION = "utfall_session";
    static final String FORM = "utfall_form";
    static final String LANGUAGE = "utfall_lang";
    private static final int UNTIL_CLOSED = -1;

    Optional<String> find(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(name)).filter(v -> v.matches("[A-Za-z0-9_-]{1,64}"));
    }

    void set(Context ctx, String name, String value) {
        set(ctx, name, value, UNTIL_CLOSED);
    }

    void keep(Context ctx, String name, String value, Duration time) {
        set(ctx, name, value, Math.toIntExact(time.toSeconds()));
    }

    void clear(Context ctx, String name) {
        set(ctx, name, "", 0);
    }

    private void set(Context ctx, String name, String value, int seconds) {
        boolean secure = onlyTls || Caller.isTls(ctx);
        ctx.cookie(new Cookie(name, value, "/", seconds, secure, true, null, SameSite.STRICT));
    }
}
