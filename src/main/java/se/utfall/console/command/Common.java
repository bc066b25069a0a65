package se.utfall.console.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import se.utfall.notice.Messages;
import se.utfall.store.ActingUser;

/** The options every command has, and the way it opens the rooms. */
abstract class Common {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int NOT_FOUND = 4;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "<file>",
            description = "utfall.yaml",
            defaultValue = "${env:UTFALL_CONFIG:-utfall.yaml}")
    @SuppressWarnings("NullAway.Init")
    Path config;

    @Option(names = "--json", description = "JSON")
    boolean json;

    @Option(names = "--lang", paramLabel = "sv|en", defaultValue = "${env:UTFALL_LANG:-sv}", description = "sv, en")
    String language = "sv";

    @Option(names = "--as", paramLabel = "<user>", description = "user name")
    @Nullable String user;

    @Option(names = "--password-file", paramLabel = "<file>", defaultValue = "${env:UTFALL_PASSWORD_FILE}")
    @Nullable Path passwordFile;

    final House house;

    Common(House house) {
        this.house = house;
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    Output output() {
        return new Output(out(), locale(), json);
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    int withRooms(ToIntFunction<House.Session> act) {
        try (House.Session session = house.open(config)) {
            return act.applyAsInt(session);
        }
    }

    /** The user named by {@code --as}, authenticated; acts of people need one. */
    ActingUser actor(House.Session session) {
        if (user == null) {
            throw new ParameterException(spec.commandLine(), text("error.as"));
        }
        return session.users()
                .authenticate(user, password(text("prompt.password", user)))
                .orElseThrow(() -> new ParameterException(spec.commandLine(), text("error.login")));
    }

    @SuppressWarnings(
            "SystemConsoleNull") // null on 17 to 21; a console that is no terminal answers null to readPassword
    char[] password(String prompt) {
        if (passwordFile != null) {
            return read(passwordFile);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        if (typed == null) {
            throw new ParameterException(spec.commandLine(), text("error.password"));
        }
        return typed;
    }

    private static char[] read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String key, Object... arguments) {
        return Messages.text(locale(), "console.command", key, arguments);
    }
}
