package se.utfall.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Starts the route templates once per case system and partner. */
final class Counterparts {
    private final FlowSettings settings;
    private final Path workArea;

    /**
     * For these settings.
     *
     * @param workArea folder in which fetched files land, one folder per counterpart
     */
    Counterparts(FlowSettings settings, Path workArea) {
        this.settings = settings;
        this.workArea = workArea;
    }

    void addTo(CamelContext context) throws Exception {
        for (Map.Entry<String, FlowSettings.Source> e : settings.sources().entrySet()) {
            sftp(context, "intake-pull", e.getKey(), e.getValue().server())
                    .parameter("source", e.getKey())
                    .parameter("folder", e.getValue().folder())
                    .parameter("inbox", inbox(e.getKey()))
                    .add();
        }
        for (Map.Entry<String, FlowSettings.Partner> e : settings.partners().entrySet()) {
            partner(context, e.getKey(), e.getValue());
        }
    }

    private void partner(CamelContext context, String name, FlowSettings.Partner partner) throws Exception {
        for (String template : List.of("exchange-upload", "exchange-send")) {
            sftp(context, template, name, partner.server())
                    .parameter("partner", name)
                    .parameter("in", partner.in())
                    .add();
        }
        sftp(context, "exchange-receive", name, partner.server())
                .parameter("partner", name)
                .parameter("out", partner.out())
                .parameter("inbox", inbox(name))
                .add();
    }

    private static TemplatedRouteBuilder sftp(
            CamelContext context, String template, String counterpart, SftpServer server) {
        return TemplatedRouteBuilder.builder(context, template)
                .routeId(template + "-" + counterpart)
                .parameter("server", server.address())
                .parameter("user", server.user())
                .parameter("identity", server.identity().toString())
                .parameter("knownHosts", server.knownHosts().toString())
                .parameter("poll", Long.toString(server.poll().toMillis()));
    }

    private String inbox(String counterpart) {
        try {
            return Files.createDirectories(workArea.resolve("inbox-" + counterpart))
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
