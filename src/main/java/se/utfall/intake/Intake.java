package se.utfall.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Messages;
import se.utfall.notice.Reference;
import se.utfall.notice.Tasks;
import se.utfall.register.Register;
import se.utfall.store.ActingUser;
import se.utfall.store.Arrival;
import se.utfall.store.Database;
import se.utfall.store.Sighting;

/** The room's door. Every step is restartable: what is done is in the table {@code file}, never in memory. */
public final class Intake {
    private static final List<String> REJECT_HEADER = List.of("rad", "kolumn", "kod", "forklaring", "atgard");
    private static final Pattern HASH_START = Pattern.compile("[0-9a-f]{4,64}");
    private final JdbcReports reports;
    private final Watching watching;
    private final Receiving receiving;
    private final Loading loading;
    private final CodeLists codeLists;
    private final Deciding deciding;
    private final House house;

    /** Makes the hub's secret {@code intake} unless it exists; a layout of {@code schemas/intake/} that lacks something throws. */
    public Intake(
            Database database,
            Register register,
            SecretStore secrets,
            AuditTrail audit,
            Tasks tasks,
            IntakeSettings settings,
            Clock clock) {
        this(House.of(database, Facts.of(register), secrets, audit, tasks, settings, clock));
    }

    Intake(House house) {
        this.reports = house.reports();
        this.watching = new Watching(house);
        this.receiving = new Receiving(house);
        this.loading = new Loading(house);
        this.codeLists = new CodeLists(house);
        this.deciding = new Deciding(house);
        this.house = house;
    }

    /** Whether this name, size and time is new to us: the SFTP filter asks before anything is fetched. {@code .csv} names are noted as seen (no manifest yet) and never wanted. */
    public boolean wants(Sighting sighting) {
        return watching.wants(sighting);
    }

    /**
     * A manifest and the file it names: checks both, seals the file into the archive, remembers it as CHECKED or QUARANTINED, deletes both arrivals. A file
     * that is not there leaves nothing behind (WAITING).
     */
    public FileReport receive(Arrival manifest, Arrival file) {
        return receiving.receive(manifest, file);
    }

    /** Loads the next checked file in {@code uttagstid} order; empty when there is none. A crash continues where it was. */
    public Optional<FileReport> loadNext() {
        return loading.next();
    }

    /** The oldest file with rejected rows whose reject file is not written yet; empty when there is none. */
    public Optional<FileReport> nextRejects() {
        return reports.nextWithRejects();
    }

    /** The file's reject file lies where it should, as of this report. */
    public void rejectsWritten(FileReport report) {
        house.database().useTransaction(handle -> {
            if (reports.rejectsWritten(handle, report)) {
                house.ledger().step(handle, report.id(), FileStep.Kind.REJECTS_WRITTEN, "");
            }
        });
    }

    /**
     * What a person may decide about the file now; empty when it waits for nobody. A file that is not what its manifest says, or not readable, can be rejected only; one
     * with too many bad rows can be released; a full file whose removals wait can be confirmed, unless a row's key is unreadable.
     */
    public Set<FileAct> acts(FileReport report) {
        return house.decisions().find(report.id()).map(StandingFile::acts).orElse(Set.of());
    }

    /** Ids of all files that wait for a person's decision, with what may be decided. */
    public Map<String, Set<FileAct>> waitingForPeople() {
        return house.decisions().waiting().stream()
                .collect(Collectors.toMap(StandingFile::id, StandingFile::acts, (a, b) -> a, TreeMap::new));
    }

    /** A person's decision, audited; needs the role {@code operate}. Throws {@link FileActRefusedException} when it cannot be made; nothing is changed then. */
    public FileReport decide(String fileId, FileAct act, FileReason reason, Reference reference, ActingUser by) {
        deciding.decide(new Deciding.Decision(fileId, act, reason, reference, by));
        return reports.get(fileId);
    }

    /** The file's way through the room, oldest step first. */
    public List<FileStep> steps(FileReport report) {
        return house.steps().list(report.id());
    }

    /**
     * Learns local codes beforehand, so that they are not reported as new: header {@code kolumn;kod}, a code a line. One line that is wrong refuses the
     * whole list, with a task and the lines in the log.
     */
    public void learn(String listName, List<List<String>> rows) {
        codeLists.learn(listName, rows);
    }

    /** The reject lines of a file as rows for Camel CSV, header first: {@code rad;kolumn;kod;forklaring;atgard}; in Swedish, like the file. */
    public List<List<String>> rejects(FileReport report) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(REJECT_HEADER);
        for (IntakeFinding f : reports.findings(report.id(), "REJECT")) {
            lines.add(List.of(
                    Integer.toString(f.line()),
                    f.column(),
                    f.code(),
                    f.text(Messages.SWEDISH, "finding."),
                    f.text(Messages.SWEDISH, "atgard.")));
        }
        return lines;
    }

    /** Everything found in a file, in the order of its lines; what concerns the whole file first. */
    public List<IntakeFinding> findings(FileReport report) {
        return reports.findings(report.id(), "%");
    }

    /** By name (all with it), by id, or by the first hexadecimal digits of the hash, four or more. */
    public List<FileReport> find(String nameOrHash) {
        boolean hash = HASH_START.matcher(nameOrHash).matches();
        return reports.list().stream()
                .filter(r -> r.name().equals(nameOrHash)
                        || (!r.id().isEmpty() && r.id().equals(nameOrHash))
                        || (hash && r.hash().startsWith(nameOrHash)))
                .toList();
    }

    /** Files that came since, in the order they came. */
    public List<FileReport> listSince(Instant since) {
        return reports.listSince(since);
    }

    /** All files in the order they came, then those waiting at their source for a manifest. */
    public List<FileReport> list() {
        return reports.list();
    }
}
