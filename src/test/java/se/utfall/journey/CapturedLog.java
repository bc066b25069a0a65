package se.utfall.journey;

import java.io.StringWriter;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that is logged in this process from now on, the hub's own at DEBUG. */
final class CapturedLog implements AutoCloseable {
    private final StringWriter text = new StringWriter();
    private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
    private final WriterAppender appender;

    CapturedLog() {
        appender = WriterAppender.createAppender(
                PatternLayout.newBuilder().setPattern("%p %c %X %m%n%throwable").build(),
                null,
                text,
                "captured",
                false,
                true);
        appender.start();
        context.getConfiguration().getRootLogger().addAppender(appender, Level.ALL, null);
        Configurator.setLevel("se.utfall", Level.DEBUG);
        context.updateLoggers();
    }

    String text() {
        return text.toString();
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender("captured");
        Configurator.setLevel("se.utfall", Level.INFO);
        context.updateLoggers();
        appender.stop();
    }
}
