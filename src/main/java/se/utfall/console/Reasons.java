package se.utfall.console;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import java.util.List;
import se.utfall.notice.Reference;

/** Reads what a form says of why: a reason of the list, and an errand's number or none. Anything else is no answer. */
final class Reasons {
    private Reasons() {}

    static <E extends Enum<E>> E reason(Context ctx, List<E> allowed) {
        String name = field(ctx, "reason");
        return allowed.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow(BadRequestResponse::new);
    }

    static Reference reference(Context ctx) {
        String number = field(ctx, "reference").strip();
        if (!Reference.fits(number)) {
            throw new BadRequestResponse();
        }
        return new Reference(number);
    }

    static String field(Context ctx, String name) {
        List<String> values = ctx.formParams(name);
        return values.isEmpty() ? "" : values.get(0);
    }
}
