package se.utfall.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import se.utfall.dataset.worker.Answers;
import se.utfall.dataset.worker.Job;
import se.utfall.keys.DetachedSigning;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.RecordStream;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderView;
import se.utfall.store.Folders;
import se.utfall.store.WorkArea;

/** Builds one dataset in a folder of its own: rows to the worker, its answers to tables, all of it described, hashed and signed. */
final class Building {
    static final String PARQUET = "data/outcomes.parquet";
    static final String CSV = "csv/outcomes.csv";
    private static final String TABLE = "outcomes";
    private static final int THREADS = 2;

    private final DatasetSettings settings;
    private final LinkageDoor linkage;
    private final OrderDoor orders;
    private final RegisterDoor register;
    private final DetachedSigning signing;
    private final WorkArea workArea;
    private final Clock clock;

    Building(
            DatasetSettings settings,
            LinkageDoor linkage,
            OrderDoor orders,
            RegisterDoor register,
            DetachedSigning signing,
            WorkArea workArea,
            Clock clock) {
        this.settings = settings;
        this.linkage = linkage;
        this.orders = orders;
        this.register = register;
        this.signing = signing;
        this.workArea = workArea;
        this.clock = clock;
    }

    /** A folder that is complete but for its name. */
    record Result(BuildFolder folder, String checksumsSha256, long rows, long persons, boolean hasTable) {}

    /** What was put into the worker, and what came out. */
    private record Worked(Variables variables, long rows, long persons, Answers answers) {}

    Result build(Claim claim, Path path) throws IOException {
        BuildFolder folder = BuildFolder.make(path);
        OrderView order = orders.show(claim.order());
        List<LinkedDelivery> deliveries = linkage.deliveries(claim.order());
        Worked worked = work(claim, order, folder);
        if (!linkage.deliveries(claim.order()).equals(deliveries)) {
            throw new DeliveredMeanwhileException();
        }
        Content content = new Content(
                claim,
                order,
                deliveries,
                worked.variables().meanings(),
                worked.rows(),
                worked.persons(),
                clock.instant(),
                software());
        Funnel funnel = Funnel.of(content, worked.answers().byQuestion().get(SqlFile.FUNNEL.name()));
        Tables tables = Tables.of(content, worked.answers(), register, orders);
        Excel excel = new Excel(content, settings.excelRows());
        excel.write(folder, tables);
        new Documents(content, funnel, Steps.of(register.counts(), funnel), tables, excel, queries(worked.variables()))
                .write(folder);
        boolean hasTable = tables.has(OutcomeTable.WORKING);
        return new Result(folder, Checksums.write(folder, signing), worked.rows(), worked.persons(), hasTable);
    }

    private Worked work(Claim claim, OrderView order, BuildFolder folder) throws IOException {
        FollowUpFacts facts = orders.facts(claim.order());
        Variables variables = Variables.of(order.terms(), linkage.mappings(), facts);
        Path scratch = Files.createDirectory(
                workArea.newFile(".dataset"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (RecordStream stream = linkage.current(claim.order());
                WorkerProcess worker = new WorkerProcess(job(variables, folder, scratch), scratch)) {
            Rows rows = new Rows(variables, facts);
            rows.each(stream, worker::write);
            return new Worked(variables, rows.rows(), rows.persons(), worker.answers());
        } finally {
            Folders.remove(scratch);
        }
    }

    private Job job(Variables variables, BuildFolder folder, Path scratch) {
        List<Job.Question> questions = new ArrayList<>();
        for (SqlFile query : queries(variables)) {
            if (!query.equals(SqlFile.OUTCOMES) && !query.equals(SqlFile.PARTICIPANTS)) {
                questions.add(new Job.Question(query.name(), query.text()));
            }
        }
        return new Job(
                settings.workerMemory(),
                THREADS,
                folder.root().toAbsolutePath(),
                scratch,
                TABLE,
                variables.columns(),
                List.of(new Job.View("participants", SqlFile.PARTICIPANTS.text())),
                List.of(new Job.Export(SqlFile.OUTCOMES.text(), PARQUET, CSV)),
                questions);
    }

    /** A table can be made where the order asked for what it is made of. */
    private static List<SqlFile> queries(Variables variables) {
        List<SqlFile> queries = new ArrayList<>(List.of(SqlFile.OUTCOMES, SqlFile.FUNNEL, SqlFile.PARTICIPANTS));
        Panel.ALL.stream().filter(p -> p.ordered(variables)).map(Panel::query).forEach(queries::add);
        return queries;
    }

    private static String software() {
        String version = Building.class.getPackage().getImplementationVersion();
        return version == null ? "unpackaged" : version;
    }
}
