package se.utfall.console.command;

import picocli.CommandLine.Command;
import se.utfall.audit.AuditTrail;

/** {@code utfall audit}: whether the trail is whole. */
@Command(name = "audit", mixinStandardHelpOptions = true)
final class AuditCommand extends Common {
    AuditCommand(House house) {
        super(house);
    }

    @Command(name = "verify", mixinStandardHelpOptions = true)
    int verify() {
        return withRooms(s -> {
            AuditTrail.Verdict verdict = s.rooms().audit().verify();
            output().say(verdict.whole() ? "audit.whole" : "audit.broken", verdict.lines(), verdict.brokenAt());
            return verdict.whole() ? OK : REFUSED;
        });
    }
}
