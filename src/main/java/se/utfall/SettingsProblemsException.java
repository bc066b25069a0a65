package se.utfall;

import java.util.List;

/** All that is wrong with a configuration file, each problem with its place. */
final class SettingsProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    SettingsProblemsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
