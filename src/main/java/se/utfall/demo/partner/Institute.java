package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stand-in for researchers (IFAU). It asks for a study, takes the content without numbers, and, once the keeper of the registers has the key file, delivers a
 * made-up {@code resultat.csv}: aggregates with decimal comma, no group under five. Like {@link Partner} every round can be the last.
 */
public final class Institute {
    /** Its own name for the study that it asks for. */
    public static final String OWN_ORDER = "IFAU-2026-901";

    private static final String ASKED = "ORDER";
    private static final String RESULT = "RESULT";
    private static final int SMALLEST = 5;
    private final PartnerSettings settings;
    private final Predicate<String> keyFileTaken;
    private final Marks marks;
    private final Outbox outbox;
    private final Taking taking;
    private final Judging judging;
    private final Receipts receipts;
    private final Reading reading;
    private final Sealing sealing;

    /** @param keyFileTaken whether the keeper of the registers has accepted the order's key file: then the registers can be linked */
    public Institute(PartnerSettings settings, Predicate<String> keyFileTaken) throws IOException {
        this.settings = settings;
        this.keyFileTaken = keyFileTaken;
        Path in = Files.createDirectories(settings.server().resolve("in"));
        Path out = Files.createDirectories(settings.server().resolve("out"));
        Durable.privateFolder(settings.marks());
        Rings rings = Rings.load(settings.keys());
        Opening opening = new Opening(rings);
        Archive archive = new Archive(settings.marks());
        this.sealing = new Sealing(rings, settings.clock());
        this.marks = new Marks(settings.marks());
        this.reading = new Reading(archive, opening, marks);
        this.outbox = new Outbox(out, marks);
        this.judging = new Judging(settings.name(), settings.hub(), marks, reading, OrderContent.STUDY);
        this.taking = new Taking(settings, new Inbox(in, settings.still()), archive, opening, judging, marks);
        this.receipts = new Receipts(settings, marks, outbox, sealing);
    }

    /** One round. */
    public synchronized void step() throws IOException {
        outbox.settle();
        taking.takeWhole();
        receipts.sendOwed();
        if (settings.automatic()) {
            ask();
            for (Taken taken : marks.taken()) {
                Optional<PackageId> study =
                        PackageId.parse(taken.name()).filter(id -> id.kind() == Kind.BESTALLNING && taken.accepted());
                if (study.isPresent() && keyFileTaken.test(study.get().order())) {
                    deliver(study.get().order());
                }
            }
        }
    }

    /** Rounds on a thread of their own until closed. */
    public AutoCloseable start() {
        return Rounds.start(settings, this::step);
    }

    /** Asks for its study, once; the package's name. */
    public synchronized String ask() throws IOException {
        Optional<Sent> asked = sent(ASKED, "");
        if (asked.isPresent()) {
            return asked.get().name();
        }
        PackageId id = new PackageId(OWN_ORDER, Kind.BESTALLNING, 1);
        return send(id, wish(id), List.of(), ASKED, "", "").name();
    }

    /** Delivers the results of an accepted study, once; the package's name. */
    public synchronized String deliver(String order) throws IOException {
        Taken taken = judging.acceptedOrder(order)
                .orElseThrow(() -> new IllegalStateException(order + ": no accepted order"));
        Optional<Sent> delivered = sent(RESULT, taken.name());
        if (delivered.isPresent()) {
            return delivered.get().name();
        }
        String csv;
        try {
            csv = results(StudyReading.read(reading.plain(taken), Reading.day(Instant.parse(taken.at()))));
        } catch (RefusedException e) {
            throw new IOException(taken.name() + ": accepted before, unreadable now", e);
        }
        return deliver(taken, "resultat.csv", csv).name();
    }

    /** Delivers any file for an accepted study under the next sequence; the package's name. */
    public synchronized String deliver(String order, String file, String csv) throws IOException {
        Taken taken = judging.acceptedOrder(order)
                .orElseThrow(() -> new IllegalStateException(order + ": no accepted order"));
        return deliver(taken, file, csv).name();
    }

    private Sent deliver(Taken taken, String file, String csv) throws IOException {
        PackageId id = marks.next(PackageId.parse(taken.name()).orElseThrow().order(), Kind.LEVERANS);
        byte[] content = csv.getBytes(StandardCharsets.UTF_8);
        Measured measured = new Measured();
        measured.write(content);
        long rows = csv.lines().count() - 1;
        Zipping.Part part = new Zipping.Part(
                file, rows, measured.sha256(), measured.crc(), measured.size(), out -> out.write(content));
        ObjectNode manifest = Zipping.manifest(id, settings.name(), settings.hub(), settings.clock(), List.of(part))
                .put("avser", taken.name())
                .put("slutlig", true);
        manifest.putArray("tabeller")
                .addObject()
                .put("namn", file)
                .put("uttagsdatum", Reading.day(settings.clock().instant()).toString());
        return send(id, manifest, List.of(part), RESULT, taken.name(), taken.sha256());
    }

    private Sent send(
            PackageId id, ObjectNode manifest, List<Zipping.Part> parts, String stage, String about, String aboutSha256)
            throws IOException {
        Sent sent = outbox.send(
                id,
                out -> sealing.seal(zip -> Zipping.write(manifest, parts, true, false, zip), Envelope.LIBERAL, out),
                sha256 -> new Sent(id.fileName(), sha256, stage, about, aboutSha256, ""));
        settings.news().accept(id.fileName() + ": " + stage);
        return sent;
    }

    /** GODKAND or AVVISAD, as the hub answered one of its packages. */
    public synchronized Optional<String> answer(String packageName) {
        return judging.finalAnswer(packageName);
    }

    /** What people must look at, as {@code CODE file}. */
    public synchronized List<String> alarms() {
        return marks.alarms().stream()
                .map(alarm -> alarm.code() + " " + alarm.file())
                .toList();
    }

    private Optional<Sent> sent(String stage, String about) {
        return marks.sent().stream()
                .filter(s -> s.stage().equals(stage) && s.about().equals(about))
                .findFirst();
    }

    private ObjectNode wish(PackageId id) {
        ObjectNode json = Zipping.manifest(id, settings.name(), settings.hub(), settings.clock(), List.of())
                .put("andamal", "Effekter av Stockholmsjobb på arbete, studier och ekonomiskt bistånd")
                .put("beslut", "IFAU dnr 2026/245");
        ObjectNode variables = json.putObject("variabler");
        names(variables.putArray("BAS"), "SyssStat", "KommunalInsats", "Subv");
        names(variables.putArray("EKB"), "Bistand");
        json.putObject("period").put("fran", "2022-01").put("till", "2026-06");
        json.putObject("population")
                .put(
                        "text",
                        "Alla som började ett Stockholmsjobb 2023 till juni 2025, och jämförbara inskrivna som inte gjorde det")
                .put("block", "insatstyp=STOCKHOLMSJOBB;start=2023-01-01..2025-06-30");
        return json;
    }

    private static void names(ArrayNode array, String... names) {
        Stream.of(names).forEach(array::add);
    }

    /** Shares that are made up, on bases that are counted. */
    private String results(StudyReading.Study study) {
        Random random = new Random(settings.seed());
        StringBuilder csv = new StringBuilder("tabell;grupp;matt;varde;standardfel;n\n");
        for (String sex : List.of("", "1", "2")) {
            String named = sex.isEmpty() ? "ALLA" : sex.equals("1") ? "MAN" : "KVINNOR";
            for (boolean treated : new boolean[] {true, false}) {
                long n = study.persons().stream()
                        .filter(p -> p.treated() == treated
                                && (sex.isEmpty() || p.sex().equals(sex)))
                        .count();
                if (n >= SMALLEST) {
                    String group = named + (treated ? " DELTAGARE" : " JAMFORELSE");
                    csv.append(line("arbete_12_man", group, 25 + random.nextInt(300) / 10.0, n));
                    csv.append(line("bistand_12_man", group, 10 + random.nextInt(200) / 10.0, n));
                }
            }
        }
        return csv.toString();
    }

    private static String line(String table, String group, double percent, long n) {
        double error = Math.sqrt(percent * (100 - percent) / n);
        return String.format(Locale.ROOT, "%s;%s;andel_procent;%.1f;%.2f;%d\n", table, group, percent, error, n)
                .replace('.', ',');
    }
}
