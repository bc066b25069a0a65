package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorPagesTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder).user("olga", "read", "operate");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void saysThatAPageIsNotThere() {
        HttpResponse<String> answer = house.as("olga").get("/nothing");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("<h1>Sidan finns inte</h1>").contains("Till sidan");
        assertThat(answer.headers().firstValue("x-frame-options")).contains("DENY");
    }

    @Test
    void saysNothingOfItsInnerLifeWhenTheDatabaseIsGone() {
        Browser browser = house.as("olga");
        house.database.close();

        HttpResponse<String> answer = browser.get("/");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("Navet kunde inte svara")
                .doesNotContain("Exception")
                .doesNotContain("sqlite")
                .doesNotContain("Hikari");
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        HttpResponse<String> answer =
                house.as("olga").post("/routes/publish/pause", Map.of("reason", "x".repeat(20_000)));

        assertThat(answer.statusCode()).isIn(403, 413);
        assertThat(answer.body()).doesNotContain("Exception").contains("<h1>");
    }

    @Test
    void refusesALoginWithoutName() {
        Browser browser = house.browser();
        browser.get("/login");

        assertThat(browser.post("/login", Map.of("password", "x")).statusCode()).isEqualTo(400);
        assertThat(browser.post("/login", Map.of("name", "x".repeat(300), "password", "x"))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n",
                "GET /..;/metrics HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "NONSENSE\r\n",
                "GET / HTTP/1.1\r\n",
                "DELETE / HTTP/1.1\r\nHost: localhost\r\n",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\n",
                "OPTIONS / HTTP/1.1\r\nHost: localhost\r\n"
            })
    void answersWhatIsNoRequestWithoutTalking(String request) throws IOException {
        String answer = raw(request + "Connection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4");
        assertThat(answer)
                .doesNotContainIgnoringCase("jetty")
                .doesNotContain("Exception")
                .doesNotContain("SCB-2026-001")
                .doesNotContain("root:");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), house.console.address().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
