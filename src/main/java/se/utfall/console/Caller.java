package se.utfall.console;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. A proxy on the same machine is seen through: it says whom it speaks for, and what it passes on is not local. */
final class Caller {
    private static final Pattern LOCAL_HOST = Pattern.compile("(localhost|127\\.[0-9.]+|\\[::1])(:[0-9]+)?");

    private Caller() {}

    /**
     * Whether the request was made on this machine for this machine: by the peer's address, with no proxy's header, and to a local name, so that a page elsewhere that
     * had its own name point here gets nothing.
     */
    static boolean isLocal(Context ctx) {
        String host = ctx.header("Host");
        return isLoopback(ctx.req().getRemoteAddr())
                && forwarded(ctx) == null
                && ctx.header("Forwarded") == null
                && host != null
                && LOCAL_HOST.matcher(host).matches();
    }

    /** The address that guesses are counted by. */
    static String address(Context ctx) {
        String peer = ctx.req().getRemoteAddr();
        String forwarded = forwarded(ctx);
        if (forwarded == null || !isLoopback(peer)) {
            return peer;
        }
        String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return last.matches("[0-9a-fA-F.:]{2,45}") ? last : peer;
    }

    /** Whether the browser speaks TLS to a proxy before us. */
    static boolean isTls(Context ctx) {
        return "https".equalsIgnoreCase(ctx.header("X-Forwarded-Proto"));
    }

    static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static @Nullable String forwarded(Context ctx) {
        return ctx.header("X-Forwarded-For");
    }
}
