package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts a fault into a delivery, at the place where it belongs. */
final class Faults {
    private static final String OTHER = "ZZZ-2026-999";

    private Faults() {}

    static List<Table> tables(Fault fault, Plan plan) {
        List<Table> tables = plan.tables(Stage.PRELIMINARY);
        if (fault == Fault.PREL_AFTER_DEF) {
            return plan.stepBack();
        }
        if (fault == Fault.MISSING_ORDERED_COLUMN) {
            List<Table> changed = new ArrayList<>(tables);
            changed.set(0, tables.get(0).withoutOneVariable());
            return changed;
        }
        return tables;
    }

    static void change(Fault fault, ObjectNode manifest) {
        ObjectNode file = (ObjectNode) manifest.path("filer").path(0);
        if (fault == Fault.WRONG_HASH) {
            file.put("sha256", Durable.sha256(new byte[0]));
        } else if (fault == Fault.WRONG_ROWS) {
            file.put("rader", file.path("rader").longValue() + 1);
        } else if (fault == Fault.OTHER_ORDER) {
            manifest.put("order", OTHER).put("avser", new PackageId(OTHER, Kind.BESTALLNING, 1).fileName());
        }
    }

    static Envelope envelope(Fault fault) {
        return switch (fault) {
            case WRONG_SIGNER -> Envelope.PLAIN.by(Envelope.Signing.STRANGER);
            case UNSIGNED -> Envelope.PLAIN.by(Envelope.Signing.NOBODY);
            default -> Envelope.PLAIN;
        };
    }

    /** What happens to the sealed bytes on their way. */
    static Sealing.Content damage(Fault fault, Sealing.Content sealed) {
        return switch (fault) {
            case TAMPERED, TRUNCATED ->
                out -> {
                    ByteArrayOutputStream whole = new ByteArrayOutputStream();
                    sealed.to(whole);
                    out.write(damage(fault, whole.toByteArray()));
                };
            default -> sealed;
        };
    }

    private static byte[] damage(Fault fault, byte[] sealed) {
        if (fault == Fault.TRUNCATED) {
            return Arrays.copyOf(sealed, sealed.length / 3 * 2);
        }
        sealed[sealed.length / 2] ^= 1;
        return sealed;
    }
}
