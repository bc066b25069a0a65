package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The partner's memory: one small file per package taken and sent, per alarm, and per delivery's planted rows. Written whole or not at all, and never
 * changed; names, hashes, codes and counts only.
 */
final class Marks {
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path takenFolder;
    private final Path sentFolder;
    private final Path alarmFolder;
    private final Path plantedFolder;
    private final Map<String, Taken> taken;
    private final Map<String, Sent> sent;
    private final Map<String, Alarm> alarms;

    /** Something that people must look at; the file's bytes were set aside or changed nothing. */
    record Alarm(String code, String file, String sha256) {}

    Marks(Path folder) throws IOException {
        this.takenFolder = Durable.privateFolder(folder.resolve("taken"));
        this.sentFolder = Durable.privateFolder(folder.resolve("sent"));
        this.alarmFolder = Durable.privateFolder(folder.resolve("alarms"));
        this.plantedFolder = Durable.privateFolder(folder.resolve("planted"));
        this.taken = load(takenFolder, Taken.class);
        this.sent = load(sentFolder, Sent.class);
        this.alarms = load(alarmFolder, Alarm.class);
    }

    private static <T> Map<String, T> load(Path folder, Class<T> type) throws IOException {
        Map<String, T> all = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                all.put(
                        name.substring(0, name.length() - SUFFIX.length()),
                        JSON.readValue(Files.readAllBytes(file), type));
            }
        }
        return all;
    }

    Optional<Taken> findTaken(String name) {
        return Optional.ofNullable(taken.get(name));
    }

    Optional<Sent> findSent(String name) {
        return Optional.ofNullable(sent.get(name));
    }

    Collection<Taken> taken() {
        return List.copyOf(taken.values());
    }

    Collection<Sent> sent() {
        return List.copyOf(sent.values());
    }

    Collection<Alarm> alarms() {
        return List.copyOf(alarms.values());
    }

    void take(Taken mark) throws IOException {
        write(takenFolder, mark.name(), mark);
        taken.put(mark.name(), mark);
    }

    void send(Sent mark) throws IOException {
        write(sentFolder, mark.name(), mark);
        sent.put(mark.name(), mark);
    }

    /** False when it was raised before. */
    boolean alarm(Alarm alarm) throws IOException {
        String key = alarm.code() + "-" + alarm.sha256().substring(0, 16) + "-" + alarm.file();
        if (alarms.containsKey(key)) {
            return false;
        }
        write(alarmFolder, key, alarm);
        alarms.put(key, alarm);
        return true;
    }

    void planted(Planted planted) throws IOException {
        write(plantedFolder, planted.delivery(), planted);
    }

    Optional<Planted> findPlanted(String delivery) throws IOException {
        Path file = plantedFolder.resolve(delivery + SUFFIX);
        return Files.exists(file)
                ? Optional.of(JSON.readValue(Files.readAllBytes(file), Planted.class))
                : Optional.empty();
    }

    /** The next one of this order and kind: as every sending is marked before it can be seen, none is left out and none is used twice. */
    PackageId next(String order, Kind kind) {
        int last = sent.keySet().stream()
                .flatMap(name -> PackageId.parse(name).stream())
                .filter(id -> id.order().equals(order) && id.kind() == kind)
                .mapToInt(PackageId::sequence)
                .max()
                .orElse(0);
        return new PackageId(order, kind, last + 1);
    }

    private static void write(Path folder, String name, Object content) throws IOException {
        Durable.write(
                folder.resolve(name + SUFFIX),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
    }
}
