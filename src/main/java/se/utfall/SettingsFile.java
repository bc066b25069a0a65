package se.utfall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.utfall.console.ConsoleSettings;
import se.utfall.dataset.DatasetSettings;
import se.utfall.exchange.ExchangeSettings;
import se.utfall.flow.FlowSettings;
import se.utfall.flow.SftpServer;
import se.utfall.intake.IntakeSettings;
import se.utfall.intake.IntakeSettings.SourceProfile;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.SecretsCopy;
import se.utfall.linkage.LinkageSettings;
import se.utfall.order.OrderSettings;
import se.utfall.publish.BrokerSettings;
import se.utfall.publish.BrokerSettings.ConsumerAccount;
import se.utfall.retention.RetentionSettings;
import se.utfall.retention.backup.BackupPlaces;
import se.utfall.store.StoreSettings;

/** Reads the configuration file ({@code docs/operator/configuration.md}); all problems at once in a {@link SettingsProblemsException}. */
final class SettingsFile {
    private static final String NAME = "[A-Za-z0-9_-]{1,40}";
    private final SettingsNode root;
    private final Path data;

    private SettingsFile(SettingsNode root) {
        this.root = root;
        this.data = root.path("data", null);
    }

    static Settings read(Path file) {
        List<String> problems = new ArrayList<>();
        SettingsNode root =
                new SettingsNode(parse(file), "", file.toAbsolutePath().resolveSibling(""), problems);
        Settings settings = new SettingsFile(root).settings();
        root.unknown();
        if (!problems.isEmpty()) {
            throw new SettingsProblemsException(problems);
        }
        return settings;
    }

    private static JsonNode parse(Path file) {
        YAMLFactory factory = YAMLFactory.builder()
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .build();
        try {
            return new YAMLMapper(factory).readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new SettingsProblemsException(List.of(file.getFileName() + ": not YAML, line "
                    + (e.getLocation() == null ? "?" : e.getLocation().getLineNr())));
        } catch (IOException e) {
            throw new SettingsProblemsException(List.of(file + ": cannot be read"));
        }
    }

    private Settings settings() {
        String self = root.text("self", "AMF");
        FlowSettings flow = flow();
        StoreSettings store = store();
        KeySettings keys = keys();
        LinkageSettings linkage = new LinkageSettings(
                data.resolve("archive/linkage"), root.child("results").path("folder", data.resolve("results")));
        BrokerSettings broker = broker();
        DatasetSettings dataset = dataset();
        BackupPlaces backup = backup(store, keys, linkage, broker, dataset);
        return new Settings(
                data,
                store,
                root.path("work", data.resolve("work")),
                keys,
                new IntakeSettings(data.resolve("archive/intake"), root.each("sources", SettingsFile::profile)),
                new OrderSettings(
                        data.resolve("archive/order"), self, flow.partners().keySet()),
                exchange(self, flow),
                linkage,
                broker,
                dataset,
                retention(backup),
                backup,
                console(),
                flow);
    }

    /** Either both of its fields or none. */
    private BackupPlaces backup(
            StoreSettings store,
            KeySettings keys,
            LinkageSettings linkage,
            BrokerSettings broker,
            DatasetSettings dataset) {
        SettingsNode node = root.child("backup");
        Path passphrase = node.fileOrNull("passphraseFile");
        String copy = node.textOrNull("secrets");
        if ((passphrase == null) != (copy == null)) {
            node.problem("secrets", "expected both passphraseFile and secrets, or neither");
        }
        FlowSettings.Tables tables = FlowSettings.Tables.under(data);
        Map<String, Path> folders = new TreeMap<>(Map.of(
                "archive", data.resolve("archive"),
                "datasets", dataset.folder(),
                "results", linkage.results(),
                "rejects", tables.rejects(),
                "summaries", tables.summaries()));
        return new BackupPlaces(
                passphrase,
                copy == null ? null : node.path("secrets", null),
                data,
                folders,
                Set.of("datasets", "results"),
                broker.embedded() ? data.resolve("broker") : null,
                store,
                keys,
                Clock.systemUTC());
    }

    private static RetentionSettings retention(BackupPlaces backup) {
        Path passphrase = backup.passphrase();
        Path copy = backup.secretsCopy();
        return new RetentionSettings(passphrase == null || copy == null ? null : new SecretsCopy(copy, passphrase));
    }

    private StoreSettings store() {
        SettingsNode node = root.child("database");
        String url = node.text("url", "jdbc:sqlite:" + data.resolve("utfall.db"));
        node.matching("url", url, "jdbc:(sqlite|postgresql):.+", "jdbc:sqlite:... or jdbc:postgresql:...");
        return new StoreSettings(
                url, node.textOrNull("user"), node.fileOrNull("passwordFile"), (int) node.number("pool", 4, 1, 64));
    }

    private KeySettings keys() {
        SettingsNode node = root.child("keys");
        Map<String, PartnerKey> partners = root.each(
                "partners",
                p -> new PartnerKey(p.file("publicKeys"), fingerprint(p, "encryptTo"), fingerprint(p, "signedBy")));
        return new KeySettings(
                node.path("secrets", null),
                node.fileOrNull("rootPassphraseFile"),
                node.file("pgp"),
                node.fileOrNull("pgpPassphraseFile"),
                partners,
                root.each(
                        "recipients",
                        r -> new KeySettings.RecipientKey(r.file("publicKeys"), fingerprint(r, "encryptTo"))));
    }

    private static String fingerprint(SettingsNode node, String key) {
        return node.matching(
                key, node.text(key), "[0-9A-F]{40}|[0-9A-F]{64}", "the primary key's fingerprint, 40 or 64 of 0-9 A-F");
    }

    private static SourceProfile profile(SettingsNode node) {
        SourceProfile d = SourceProfile.DEFAULT;
        String charset = node.text("charset", d.charset());
        node.matching(
                "charset",
                charset,
                "UTF-8|windows-1252|ISO-8859-1|ISO-8859-15",
                "UTF-8, windows-1252, ISO-8859-1 or ISO-8859-15");
        return new SourceProfile(
                charset,
                node.flag("tenDigitNumbers", d.tenDigitNumbers()),
                node.share("badShare", d.badShare()),
                (int) node.number("badRows", d.badRows(), 0, 1_000_000),
                node.duration("manifestWait", "1h"));
    }

    private ExchangeSettings exchange(String self, FlowSettings flow) {
        SettingsNode node = root.child("exchange");
        return new ExchangeSettings(
                data.resolve("archive/exchange"),
                root.matching("self", self, NAME, "a name of letters, digits, - and _"),
                flow.partners().keySet(),
                node.duration("signatureAge", "30d"),
                node.duration("receiptWait", "72h"),
                node.number("maxBytes", 50_000_000_000L, 1, Long.MAX_VALUE / 2),
                (int) node.number("maxRatio", 200, 1, 100_000));
    }

    private BrokerSettings broker() {
        SettingsNode node = root.child("broker");
        boolean embedded = node.flag("embedded", true);
        String url = node.text("url", "tcp://127.0.0.1:61616");
        Path trust = node.fileOrNull("trust");
        if (!embedded && trust == null && !url.matches("tcp://(127\\.[0-9.]+|localhost|\\[::1\\]):[0-9]+")) {
            node.problem("trust", "missing; a broker on another machine is reached by TLS only");
        }
        return new BrokerSettings(
                embedded,
                url,
                trust,
                embedded ? data.resolve("broker") : null,
                node.text("user", "utfall"),
                node.file("passwordFile"),
                root.each("purposes", this::consumers));
    }

    private List<ConsumerAccount> consumers(SettingsNode purpose) {
        String id = purpose.name().substring(purpose.name().lastIndexOf('.') + 1);
        if (!id.matches("[a-z0-9-]{3,40}")) {
            root.problem(purpose.name(), "expected a purpose of 3 to 40 of a-z 0-9 -");
        }
        return List.copyOf(purpose.each(
                        "consumers",
                        c -> new ConsumerAccount(
                                c.name().substring(c.name().lastIndexOf('.') + 1),
                                c.text("user"),
                                c.file("passwordFile"),
                                c.flag("bulk", false)))
                .values());
    }

    private DatasetSettings dataset() {
        SettingsNode node = root.child("dataset");
        String memory = node.text("workerMemory", "512MB");
        return new DatasetSettings(
                node.path("folder", data.resolve("datasets")),
                node.matching("workerMemory", memory, "[1-9][0-9]{0,5}(MB|GB)", "a size such as 512MB"),
                node.number("excelRows", DatasetSettings.EXCEL_ROWS, 0, 50_000_000));
    }

    private ConsoleSettings console() {
        SettingsNode node = root.child("console");
        return new ConsoleSettings(node.text("host", "127.0.0.1"), (int) node.number("port", 8080, 0, 65535));
    }

    private FlowSettings flow() {
        SettingsNode node = root.child("flow");
        return new FlowSettings(
                node.path("routes", Utfall.home().resolve("routes")),
                FlowSettings.Tables.under(data),
                node.duration("tick", "1s"),
                root.each(
                        "sources", s -> new FlowSettings.Source(sftp(s), folder(s.child("sftp"), "folder", "/export"))),
                root.each("partners", p -> {
                    p.matching("name", p.name().substring("partners.".length()), "[A-Z]{2,8}", "2 to 8 capitals");
                    return new FlowSettings.Partner(
                            sftp(p), folder(p.child("sftp"), "in", "/in"), folder(p.child("sftp"), "out", "/out"));
                }));
    }

    private static String folder(SettingsNode sftp, String key, String otherwise) {
        return sftp.matching(key, sftp.text(key, otherwise), "(/[A-Za-z0-9._-]+)+", "a folder such as " + otherwise);
    }

    private static SftpServer sftp(SettingsNode counterpart) {
        SettingsNode node = counterpart.child("sftp");
        return new SftpServer(
                node.matching("host", node.text("host"), "[A-Za-z0-9.:-]+", "a host name or address"),
                (int) node.number("port", 22, 1, 65535),
                node.matching("user", node.text("user"), "[A-Za-z0-9._@-]+", "a user name"),
                node.file("identity"),
                node.file("knownHosts"),
                node.duration("poll", "60s"),
                node.duration("still", "60s"));
    }
}
