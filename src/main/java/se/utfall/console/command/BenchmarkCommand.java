package se.utfall.console.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code utfall benchmark}: one large delivery, stage by stage, beside limits of the same run. */
@Command(name = "benchmark", mixinStandardHelpOptions = true)
final class BenchmarkCommand implements Callable<Integer> {
    private final House house;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--persons", defaultValue = "100000", paramLabel = "<n>", descriptionKey = "benchmark.persons")
    private int persons;

    @Option(names = "--months", defaultValue = "24", paramLabel = "<n>", descriptionKey = "benchmark.months")
    private int months;

    @Option(
            names = "--data",
            defaultValue = "data/benchmark",
            paramLabel = "<folder>",
            descriptionKey = "benchmark.data")
    @SuppressWarnings("NullAway.Init")
    private Path data;

    BenchmarkCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws IOException {
        return house.benchmark(
                new House.BenchmarkOptions(persons, months, data),
                spec.commandLine().getOut());
    }
}
