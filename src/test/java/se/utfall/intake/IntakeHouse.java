package se.utfall.intake;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.utfall.SettableClock;
import se.utfall.audit.AuditTrail;
import se.utfall.intake.IntakeSettings.SourceProfile;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.register.FactType;
import se.utfall.store.Arrival;
import se.utfall.store.Database;
import se.utfall.store.Sighting;
import se.utfall.store.TestDatabase;

/** The room on a real database and real keys, with a small register; opened again it goes on with the same data. */
final class IntakeHouse implements AutoCloseable {
    static final String SOURCE = "jobbtorg";
    static final String EXTRACTED = "2026-03-01T02:00:00+01:00";
    static final String HEADER =
            "personnummer;inskrivning_id;avslutsdatum;avslutsorsak;uppfoljning_3man;andrad;borttagen";
    static final String ALVA = "199011145191";
    static final String BO = "199706182392";

    final Path folder;
    final Database database;
    final RememberingFacts facts = new RememberingFacts();
    final Tasks tasks;
    final Intake intake;
    final JdbcReports reports;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T06:00:00Z"));

    private IntakeHouse(Path folder) {
        this.folder = folder;
        database = TestDatabase.open(folder);
        Path keys = folder.resolve("keys");
        SecretStore secrets =
                SecretStore.open(new KeySettings(keys, null, keys.resolve("none"), null, Map.of()), clock);
        tasks = new Tasks(database, clock);
        SourceProfile windows = new SourceProfile("windows-1252", false, 0.05, 20, Duration.ofHours(1));
        IntakeSettings settings = new IntakeSettings(
                folder.resolve("archive"),
                Map.of(SOURCE, SourceProfile.DEFAULT, "windows", windows),
                Map.of("forsorjningshinder", Set.of("SJUKERSATTNING")));
        AuditTrail audit = new AuditTrail(database, clock, new byte[32]);
        House house = House.of(database, facts, secrets, audit, tasks, settings, clock);
        intake = new Intake(house);
        reports = house.reports();
    }

    static IntakeHouse open(Path folder) {
        return new IntakeHouse(folder);
    }

    void pass(Duration time) {
        clock.advance(time);
    }

    /** A good exit of this person. */
    static String exit(String number, String key, String changed) {
        return number + ";" + key + ";2026-02-01;ARBETE;;" + changed + ";";
    }

    static String file(String... rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    FileReport receive(String name, String content) {
        return receive(name, content, Map.of());
    }

    FileReport receive(String name, String content, Map<String, ?> changes) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        int rows = (int) content.lines().count() - 1;
        return receive(SOURCE, name, bytes, manifest(name, bytes, rows, changes));
    }

    FileReport receive(String source, String name, byte[] content, byte[] manifest) {
        return intake.receive(arrival(source, name + ".klar", manifest), arrival(source, name, content));
    }

    /** Receives and loads everything that waits. */
    FileReport load(String name, String content, Map<String, ?> changes) {
        FileReport received = receive(name, content, changes);
        loadAll();
        return reports.get(received.id());
    }

    void loadAll() {
        while (intake.loadNext().isPresent()) {
            // until none waits
        }
    }

    List<String> currentKeys() {
        return database.inTransaction(facts::current);
    }

    List<String> openTasks() {
        return tasks.listOpen().stream().map(Task::code).toList();
    }

    List<String> rejects(FileReport report) {
        return intake.rejects(report).stream()
                .skip(1)
                .map(l -> l.get(0) + ";" + l.get(1) + ";" + l.get(2))
                .toList();
    }

    Arrival arrival(String source, String name, byte[] content) {
        try {
            Path path = Files.createDirectories(folder.resolve("inbox"))
                    .resolve(UUID.randomUUID().toString());
            Files.write(path, content);
            return new Arrival(sighting(source, name, content.length, 0), path);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Sighting sighting(String source, String name, long size, long secondsLater) {
        return new Sighting(
                source, name, size, Instant.parse("2026-03-01T05:00:00Z").plusSeconds(secondsLater));
    }

    static byte[] manifest(String name, byte[] content, int rows, Map<String, ? extends @Nullable Object> changes) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("fil", name);
        fields.put("typ", name.substring(0, name.indexOf('_')));
        fields.put("layout", 1);
        fields.put("rader", rows);
        fields.put("sha256", sha256(content));
        fields.put("uttagstid", EXTRACTED);
        fields.put("omfattning", "delta");
        fields.putAll(changes);
        try {
            return JsonMapper.builder().build().writeValueAsBytes(fields);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static Layout layout(FactType type) {
        return Layouts.load().of(type);
    }

    @Override
    public void close() {
        database.close();
    }
}
