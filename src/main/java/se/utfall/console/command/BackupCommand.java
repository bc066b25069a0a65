package se.utfall.console.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import se.utfall.audit.AuditEvent;
import se.utfall.retention.backup.BackupView;
import se.utfall.store.ActingUser;

/** {@code utfall backup}: the whole hub into a file under a passphrase, and back. Who can read the passphrase's file may; so that it can be run at night. */
@Command(name = "backup", mixinStandardHelpOptions = true)
final class BackupCommand extends Common {
    BackupCommand(House house) {
        super(house);
    }

    @Command(name = "create", mixinStandardHelpOptions = true)
    int create(@Option(names = "--to", paramLabel = "<file>", required = true, descriptionKey = "backup-to") Path to) {
        BackupView made = house.backups(config).create(to, this::progress);
        return withRooms(s -> {
            AuditEvent event = new AuditEvent(
                    ActingUser.HUB, "BACKUP_CREATED", made.createdAt(), made.files(), "schema " + made.schema());
            s.rooms().audit().record(event);
            output().show(made);
            return OK;
        });
    }

    @Command(name = "restore", mixinStandardHelpOptions = true)
    int restore(
            @Option(names = "--from", paramLabel = "<file>", required = true) Path from,
            @Option(names = "--replace") boolean replace,
            @Option(names = "--disposals", paramLabel = "<folder>") @Nullable Path disposals) {
        BackupView restored = house.backups(config).restore(from, replace, disposals, this::progress);
        return withRooms(s -> {
            for (int i = 0; i < restored.disposedSince().size(); i++) {
                s.rooms().retention().resumeNext();
            }
            output().show(restored);
            return OK;
        });
    }

    /** On the error output, so that the answer stands alone on the other. */
    private void progress(String step) {
        String words = switch (step) {
            case "database" -> text("backup.database");
            case "secrets" -> text("backup.secrets");
            case "check" -> text("backup.check");
            case "unpack" -> text("backup.unpack");
            case "place" -> text("backup.place");
            case "carry-on" -> text("backup.carry-on");
            default -> text("backup.folder", step);
        };
        spec.commandLine().getErr().println(words);
        spec.commandLine().getErr().flush();
    }
}
