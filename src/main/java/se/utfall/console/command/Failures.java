package se.utfall.console.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import se.utfall.flow.RoutesRefusedException;
import se.utfall.keys.UnusableKeyException;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;
import se.utfall.order.OrderRefusedException;
import se.utfall.store.StoreRefusedException;

/**
 * Says on the error output why a command was not done. Refusals speak in their own words; of anything else only the type is shown, since its message could hold
 * anybody's data.
 */
final class Failures {
    private static final String UNKNOWN_ORDER = "UNKNOWN_ORDER";
    private final Locale locale;

    Failures(Locale locale) {
        this.locale = locale;
    }

    int failed(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println(words(failure).orElseGet(() -> unexpected(failure)));
        err.flush();
        return exitCode(failure);
    }

    int misused(ParameterException misuse, String[] arguments) {
        CommandLine line = misuse.getCommandLine();
        line.getErr()
                .println(text(
                        "error.usage",
                        String.valueOf(misuse.getMessage()),
                        line.getCommandSpec().qualifiedName(" ")));
        line.getErr().flush();
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private Optional<String> words(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return Optional.of(refusal.words(locale));
        }
        if (failure instanceof OrderRefusedException refused) {
            return Optional.of(order(refused));
        }
        if (failure instanceof RefusedException refused) {
            return Optional.of(refused.message(locale));
        }
        if (failure instanceof StoreRefusedException refused) {
            return Optional.of(
                    switch (refused.code()) {
                        case UNREACHABLE -> text("error.store.unreachable");
                        case OTHER_SCHEMA -> text("error.store.other-schema");
                        case ENCODING -> text("error.store.encoding");
                        case OTHER_FOLDER -> text("error.store.other-folder");
                        case HELD -> text("error.store.held");
                        case REPLACED -> text("error.store.replaced");
                    });
        }
        if (failure instanceof UncheckedIOException && failure.getCause() instanceof FileSystemException file) {
            return Optional.of(text(
                    "error.file",
                    String.valueOf(file.getFile()),
                    file.getClass().getSimpleName()));
        }
        if (failure instanceof RoutesRefusedException) {
            return Optional.of(text("error.routes", String.valueOf(failure.getMessage())));
        }
        return failure instanceof UnusableKeyException
                ? Optional.of(text("error.key", String.valueOf(failure.getMessage())))
                : Optional.empty();
    }

    private String order(OrderRefusedException refused) {
        String detail =
                String.valueOf(refused.getMessage()).substring(refused.code().length() + 2);
        return Messages.text(locale, "order", "refusal." + refused.code()) + "\n  " + detail.replace("\n", "\n  ")
                + "\n  (" + refused.code() + ")";
    }

    /** The log is asked for here and not before: where it goes is decided by the command. */
    private String unexpected(Exception failure) {
        Logger log = LoggerFactory.getLogger(Failures.class);
        StackTraceElement[] trace = failure.getStackTrace();
        String type = failure.getClass().getSimpleName();
        log.error("command failed: {} at {}", type, trace.length == 0 ? "?" : trace[0]);
        log.debug("command failed", failure);
        return text("error.unexpected", type);
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.exitCode();
        }
        boolean unknown = failure instanceof OrderRefusedException refused
                && refused.code().equals(UNKNOWN_ORDER);
        boolean none = failure instanceof RefusedException refused && refused.notFound();
        return unknown || none ? Common.NOT_FOUND : Common.REFUSED;
    }

    private String text(String key, Object... arguments) {
        return Messages.text(locale, "console.command", key, arguments);
    }
}
