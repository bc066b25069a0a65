package se.utfall.console.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.utfall.order.OrderRefusedException;

/** {@code utfall}: all commands. */
@Command(
        name = "utfall",
        mixinStandardHelpOptions = true,
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class RootCommand implements Runnable {
    private final CommandLine line;

    private RootCommand(House house) {
        line = new CommandLine(this);
        line.addSubcommand(new Run(house));
        line.addSubcommand(new DemoCommand(house));
        line.addSubcommand(new OrderCommand(house));
        line.addSubcommand(new FileCommand(house));
        line.addSubcommand(new DeliveryCommand(house));
        line.addSubcommand(new DatasetCommand(house));
        line.addSubcommand(new StatusCommand(house));
        line.addSubcommand(new AuditCommand(house));
        line.addSubcommand(new UserCommand(house));
        line.setResourceBundle(ResourceBundle.getBundle("se.utfall.console.command.messages", language()));
        line.setExecutionExceptionHandler(RootCommand::failed);
    }

    /** Runs one command line; the exit code: 0 done, 1 refused, 2 wrong usage, 4 not found. */
    public static int execute(House house, String... arguments) {
        return new RootCommand(house).line.execute(arguments);
    }

    private static Locale language() {
        String language = System.getenv("UTFALL_LANG");
        return Locale.forLanguageTag(language == null ? "sv" : language);
    }

    private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
        if (failure instanceof OrderRefusedException || failure instanceof Refusal) {
            line.getErr().println(failure.getMessage());
            return Common.REFUSED;
        }
        line.getErr().println(failure.getClass().getSimpleName() + ": " + failure.getMessage());
        return Common.REFUSED;
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

    @Command(name = "run", mixinStandardHelpOptions = true, resourceBundle = "se.utfall.console.command.messages")
    static final class Run implements Callable<Integer> {
        private final House house;

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--config", required = true, paramLabel = "<file>")
        @Nullable Path config;

        Run(House house) {
            this.house = house;
        }

        @Override
        public Integer call() {
            return config == null ? 2 : house.run(config, spec.commandLine().getOut());
        }
    }

    @Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "se.utfall.console.command.messages")
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

        @Option(names = "--lang", defaultValue = "${env:UTFALL_LANG:-sv}", paramLabel = "sv|en")
        private String language = "sv";

        DemoCommand(House house) {
            this.house = house;
        }

        @Override
        public Integer call() {
            return house.demo(
                    new House.DemoOptions(persons, seed, data, exit, language),
                    spec.commandLine().getOut());
        }
    }
}
