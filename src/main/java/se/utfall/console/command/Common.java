package se.utfall.console.command;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import se.utfall.notice.Messages;
import se.utfall.order.OrderId;
import se.utfall.store.ActingUser;

/** The options every command has, before or after its verb, and the way it opens the rooms. */
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
            scope = ScopeType.INHERIT,
            defaultValue = "${env:UTFALL_CONFIG:-utfall.yaml}")
    @SuppressWarnings("NullAway.Init")
    Path config;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    boolean json;

    @Option(names = "--lang", paramLabel = "sv|en", scope = ScopeType.INHERIT, defaultValue = "${env:UTFALL_LANG:-sv}")
    Language language = Language.SV;

    @Option(names = "--as", paramLabel = "<user>", scope = ScopeType.INHERIT)
    @Nullable String user;

    @Option(
            names = "--password-file",
            paramLabel = "<file>",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:UTFALL_PASSWORD_FILE}")
    @Nullable Path passwordFile;

    final House house;

    Common(House house) {
        this.house = house;
    }

    Locale locale() {
        return language.locale();
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
            throw misuse("error.as");
        }
        return session.users()
                .authenticate(user, password(text("prompt.password", user), passwordFile))
                .orElseThrow(() -> new Refusal(text("error.login")));
    }

    OrderId order(String id) {
        try {
            return new OrderId(id);
        } catch (IllegalArgumentException e) {
            throw misuse("error.order-id");
        }
    }

    @SuppressWarnings(
            "SystemConsoleNull") // null on 17 to 21; a console that is no terminal answers null to readPassword
    char[] password(String prompt, @Nullable Path file) {
        if (file != null) {
            return read(file);
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        if (typed == null) {
            throw misuse("error.password");
        }
        return typed;
    }

    private char[] read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new Refusal(text("error.password-file", file));
        }
    }

    /** Nothing of that name: said on the error output, with an exit code of its own. */
    Refusal notFound(String key, String name) {
        return new Refusal(text(key, name), NOT_FOUND);
    }

    ParameterException misuse(String key) {
        return new ParameterException(spec.commandLine(), text(key));
    }

    String text(String key, Object... arguments) {
        return Messages.text(locale(), "console.command", key, arguments);
    }
}
