package se.utfall.console.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code utfall}: all commands. */
@Command(
        name = "utfall",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class RootCommand implements Runnable {
    private final CommandLine line;

    private RootCommand(House house, Language language) {
        line = new CommandLine(this);
        line.addSubcommand(new Run(house));
        line.addSubcommand(new DemoCommand(house));
        line.addSubcommand(new BenchmarkCommand(house));
        line.addSubcommand(new BrokerCommand(house));
        line.addSubcommand(new OrderCommand(house));
        line.addSubcommand(new PackageCommand(house));
        line.addSubcommand(new FileCommand(house));
        line.addSubcommand(new TaskCommand(house));
        line.addSubcommand(new DeliveryCommand(house));
        line.addSubcommand(new ResultCommand(house));
        line.addSubcommand(new DatasetCommand(house));
        line.addSubcommand(new StatusCommand(house));
        line.addSubcommand(new AuditCommand(house));
        line.addSubcommand(new UserCommand(house));
        line.addSubcommand(new BackupCommand(house));
        Failures failures = new Failures(language.locale());
        line.setResourceBundle(language.bundle());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(failures::failed);
        line.setParameterExceptionHandler(failures::misused);
    }

    /** Runs one command line in UTF-8; the exit code: 0 done, 1 refused, failed or something needs a person, 2 wrong usage, 4 not found. */
    public static int execute(House house, String... arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        Optional<String> language = Optional.ofNullable(System.getenv("UTFALL_LANG"));
        return execute(house, out, err, Language.of(List.of(arguments), language), arguments);
    }

    static int execute(House house, PrintWriter out, PrintWriter err, Language language, String... arguments) {
        return line(house, language).setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine line(House house, Language language) {
        return new RootCommand(house, language).line;
    }

    private static PrintWriter utf8(FileDescriptor to) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        line.usage(line.getOut());
    }

    /** The version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"utfall " + (version == null ? "(unpacked)" : version)};
        }
    }

    @Command(name = "run", mixinStandardHelpOptions = true)
    static final class Run implements Callable<Integer> {
        private final House house;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--config", paramLabel = "<file>", defaultValue = "${env:UTFALL_CONFIG:-utfall.yaml}")
        @SuppressWarnings("NullAway.Init")
        private Path config;

        Run(House house) {
            this.house = house;
        }

        @Override
        public Integer call() {
            return house.run(config, spec.commandLine().getOut());
        }
    }

    @Command(name = "demo", mixinStandardHelpOptions = true)
    static final class DemoCommand implements Callable<Integer> {
        private final House house;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--persons", defaultValue = "2000", paramLabel = "<n>")
        private int persons;

        @Option(names = "--seed", defaultValue = "1", paramLabel = "<n>")
        private long seed;

        @Option(names = "--data", defaultValue = "data/demo", paramLabel = "<folder>")
        @SuppressWarnings("NullAway.Init")
        private Path data;

        @Option(names = "--exit")
        private boolean exit;

        @Option(names = "--external-broker")
        private boolean externalBroker;

        @ArgGroup(exclusive = false)
        private @Nullable DatabaseOptions database;

        @Option(names = "--lang", defaultValue = "${env:UTFALL_LANG:-sv}", paramLabel = "sv|en")
        private Language language = Language.SV;

        DemoCommand(House house) {
            this.house = house;
        }

        @Override
        public Integer call() {
            return house.demo(
                    new House.DemoOptions(
                            persons,
                            seed,
                            data,
                            exit,
                            language.tag(),
                            database == null ? null : database.named(),
                            externalBroker),
                    spec.commandLine().getOut());
        }
    }

    static final class DatabaseOptions {
        @Option(names = "--database", required = true, paramLabel = "<jdbc:postgresql://...>")
        private String url = "";

        @Option(names = "--database-user", paramLabel = "<name>")
        private @Nullable String user;

        @Option(names = "--database-password-file", paramLabel = "<file>")
        private @Nullable Path passwordFile;

        House.DemoDatabase named() {
            return new House.DemoDatabase(url, user, passwordFile);
        }
    }
}
