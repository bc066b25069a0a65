package se.utfall.console.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.utfall.audit.AuditTrail;
import se.utfall.console.Users;
import se.utfall.flow.Rooms;
import se.utfall.intake.Intake;
import se.utfall.intake.IntakeSettings;
import se.utfall.intake.IntakeSettings.SourceProfile;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderSettings;
import se.utfall.order.Orders;
import se.utfall.register.Register;
import se.utfall.retention.backup.BackupPlaces;
import se.utfall.retention.backup.Backups;
import se.utfall.store.ActingUser;
import se.utfall.store.Arrival;
import se.utfall.store.Database;
import se.utfall.store.Sighting;
import se.utfall.store.TestDatabase;

/** Types commands to a hub with real orders, files, users and trail on a real database; the rooms beyond are not there. */
final class Desk implements House {
    static final String PASSWORD = "korrekt häst batteri";
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";
    private final Path folder;
    private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    final Path passwordFile;
    Path config = Path.of("");
    RuntimeException trouble;

    Desk(Path folder) throws Exception {
        this.folder = folder;
        this.passwordFile = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        try (Session session = open(config)) {
            session.users().put("olga", PASSWORD.toCharArray(), Set.of("operate", "read"), ActingUser.HUB);
            session.users().put("anna", PASSWORD.toCharArray(), Set.of("approve"), ActingUser.HUB);
        }
    }

    /** What a command answered. */
    record Answer(int exit, String out, String err) {}

    /** Types a command as the operator. */
    Answer act(String... arguments) {
        return as("olga", arguments);
    }

    Answer as(String user, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", user, "--password-file", passwordFile.toString()));
        return type(all.toArray(String[]::new));
    }

    Answer type(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Language language = Language.of(List.of(arguments), Optional.empty());
        int exit = RootCommand.execute(this, new PrintWriter(out), new PrintWriter(err), language, arguments);
        return new Answer(exit, out.toString(), err.toString());
    }

    @Override
    public Session open(Path configFile) {
        if (trouble != null) {
            throw trouble;
        }
        config = configFile;
        Database database = TestDatabase.open(folder);
        KeySettings keySettings = new KeySettings(
                folder.resolve("secrets"),
                null,
                Path.of("keys-example/openpgp/amf.secret.asc"),
                null,
                Map.of("SCB", new PartnerKey(Path.of("keys-example/openpgp/scb.public.asc"), SCB, SCB)));
        SecretStore secrets = SecretStore.open(keySettings, clock);
        AuditTrail audit = new AuditTrail(database, clock, new byte[32]);
        Tasks tasks = new Tasks(database, clock);
        Register register = new Register(database, secrets, audit, clock);
        Intake intake = new Intake(
                database,
                register,
                secrets,
                audit,
                tasks,
                new IntakeSettings(folder.resolve("archive"), Map.of("jobbtorg", SourceProfile.DEFAULT)),
                clock);
        OrderSettings orderSettings = new OrderSettings(folder.resolve("orders"), "AMF", Set.of("SCB"));
        Orders orders =
                new Orders(database, register, secrets, PgpKeys.load(keySettings), audit, tasks, clock, orderSettings);
        Rooms rooms = new Rooms(database, null, tasks, audit, register, intake, orders, null, null, null, null, null);
        return new Session(rooms, new Users(database, audit), database);
    }

    /** A file came whose bytes are not those its manifest speaks of. */
    void tornFile(String name) throws IOException {
        String manifest = """
                {"fil":"%s","typ":"avslut","layout":1,"rader":1,"sha256":"%s","uttagstid":"2026-11-01T02:00:00+01:00","omfattning":"delta"}""".formatted(name, "0".repeat(64));
        try (Session session = open(config)) {
            session.rooms().intake().receive(arrival(name + ".klar", manifest), arrival(name, "half"));
        }
    }

    private Arrival arrival(String name, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(name), content);
        return new Arrival(new Sighting("jobbtorg", name, content.length(), clock.instant()), path);
    }

    @Override
    public Backups backups(Path configFile) {
        return new Backups(new BackupPlaces(
                null, null, folder, Map.of(), Set.of(), null, TestDatabase.settings(folder), null, clock));
    }

    @Override
    public int run(Path configFile, PrintWriter out) {
        config = configFile;
        return 0;
    }

    @Override
    public int benchmark(BenchmarkOptions options, PrintWriter out) {
        return options.months() == 24 ? 0 : 1;
    }

    @Override
    public void brokerFiles(Path configFile, Path to) {
        config = configFile;
    }

    @Override
    public int demo(DemoOptions options, PrintWriter out) {
        return options.persons() == 7 && options.language().equals("en") ? 0 : 1;
    }
}
