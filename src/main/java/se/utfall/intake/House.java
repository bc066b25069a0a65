package se.utfall.intake;

import java.time.Clock;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.store.Database;

/** The room's parts, made once. */
record House(
        Database database,
        JdbcFiles files,
        JdbcSightings sightings,
        JdbcReports reports,
        JdbcDecisions decisions,
        JdbcFindings findings,
        JdbcSteps steps,
        Ledger ledger,
        Archive archive,
        ContentHash hashes,
        Layouts layouts,
        BlockList blocked,
        Facts facts,
        IntakeSettings settings,
        Clock clock) {

    static House of(
            Database database,
            Facts facts,
            SecretStore secrets,
            AuditTrail audit,
            Tasks tasks,
            IntakeSettings settings,
            Clock clock) {
        JdbcFindings findings = new JdbcFindings();
        JdbcSteps steps = new JdbcSteps(database, clock);
        return new House(
                database,
                new JdbcFiles(database, clock),
                new JdbcSightings(database, clock),
                new JdbcReports(database),
                new JdbcDecisions(database),
                findings,
                steps,
                new Ledger(tasks, audit, findings, steps),
                new Archive(settings.archive(), secrets),
                new ContentHash(secrets),
                Layouts.load(),
                BlockList.load(settings.blockedCodes()),
                facts,
                settings,
                clock);
    }
}
