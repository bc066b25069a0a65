package se.utfall.linkage;

import se.utfall.exchange.PackageRefusedException;
import se.utfall.notice.Messages;

/** Makes refusals of a whole package: a stable code, a Swedish text from the bundle for the partner's receipt; names files, lines and columns, never values. */
final class Refusal {
    private Refusal() {}

    static PackageRefusedException of(String code, Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = String.valueOf(arguments[i]);
        }
        return new PackageRefusedException(
                code, Messages.text(Messages.SWEDISH, "linkage", "refusal." + code, arguments));
    }
}
