package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.SettableClock;

class LoginTest {
    private static final String WRONG = "fel häst batteri";

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
    void letsInWhoKnowsThePasswordAndLeavesATrace() {
        Browser browser = house.browser();

        HttpResponse<String> answer = browser.login("olga", ConsoleHouse.PASSWORD);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.get("/").body()).contains("Inloggad som olga");
        assertThat(house.trail()).containsExactly("olga LOGIN olga from 127.0.0.1");
        assertThat(house.audit.verify().whole()).isTrue();
    }

    @Test
    void givesTheSessionToTheBrowserOnlyAndKeepsAHash() {
        Browser browser = house.browser();

        String cookie = browser.login("olga", ConsoleHouse.PASSWORD).headers().allValues("set-cookie").stream()
                .filter(c -> c.startsWith(Cookies.SESSION))
                .findFirst()
                .orElseThrow();

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict").contains("Path=/");
        assertThat(cookie).doesNotContain("Secure").doesNotContain("Max-Age").doesNotContain("Expires");
        String id = browser.cookies.get(Cookies.SESSION);
        assertThat(stored()).containsExactly(Tokens.hash(id)).doesNotContain(id);
    }

    @Test
    void demandsTlsOfCookiesWhenAProxySpeaksIt() {
        Browser browser = house.browser();

        HttpResponse<String> form = browser.get("/login", "X-Forwarded-Proto", "https");

        assertThat(form.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .contains("Secure");
    }

    @Test
    void demandsTlsOfCookiesWhenNotOnLoopback(@TempDir Path other) {
        try (ConsoleHouse open = new ConsoleHouse(other, new SettableClock(Pictures.NOW), "0.0.0.0")) {
            HttpResponse<String> form = open.browser().get("/login");

            assertThat(form.headers().allValues("set-cookie"))
                    .singleElement()
                    .asString()
                    .contains("Secure");
        }
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownNameAlike() {
        HttpResponse<String> wrong = house.browser().login("olga", WRONG);
        HttpResponse<String> unknown = house.browser().login("torkel", WRONG);

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Fel användarnamn eller lösenord");
        assertThat(withoutToken(wrong.body())).isEqualTo(withoutToken(unknown.body()));
        assertThat(house.trail())
                .containsExactly(
                        "olga LOGIN_REFUSED olga from 127.0.0.1", "unknown LOGIN_REFUSED unknown from 127.0.0.1");
    }

    @Test
    void makesAGuesserWaitLongerAndLonger() {
        Browser browser = house.browser();
        for (int i = 0; i < 5; i++) {
            assertThat(browser.login("olga", WRONG).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> right = browser.login("olga", ConsoleHouse.PASSWORD);
        HttpResponse<String> again = browser.login("olga", ConsoleHouse.PASSWORD);
        house.clock.advance(Duration.ofSeconds(31));
        HttpResponse<String> sixth = browser.login("olga", WRONG);
        house.clock.advance(Duration.ofSeconds(31));
        HttpResponse<String> tooSoon = browser.login("olga", ConsoleHouse.PASSWORD);
        house.clock.advance(Duration.ofSeconds(31));
        HttpResponse<String> inTime = browser.login("olga", ConsoleHouse.PASSWORD);

        assertThat(List.of(right, again, tooSoon)).allMatch(r -> r.statusCode() == 429);
        assertThat(right.headers().firstValue("retry-after")).contains("31");
        assertThat(right.body()).contains("Vänta till 24 nov. 2026 08:00:30");
        assertThat(sixth.statusCode()).isEqualTo(401);
        assertThat(inTime.statusCode()).isEqualTo(303);
        assertThat(house.trail().stream().filter(l -> l.contains("LOGIN_DELAYED")))
                .hasSize(2);
    }

    @Test
    void countsByAddressWhateverTheName() {
        for (String name : List.of("anna", "bea", "cia", "dag", "eva")) {
            house.browser().login(name, WRONG);
        }

        HttpResponse<String> fromHere = house.browser().login("olga", ConsoleHouse.PASSWORD);

        assertThat(fromHere.statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/routes/publish/pause", "/health/ready/", "/logout"})
    void servesNothingButTheWayInWithoutLogin(String path) {
        HttpResponse<String> answer = house.browser().get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("<h1>Logga in</h1>").doesNotContain("SCB-2026-001");
    }

    @Test
    void servesNothingToAMadeUpSession() {
        Browser browser = house.browser();
        browser.cookies.put(Cookies.SESSION, Tokens.random());

        HttpResponse<String> answer = browser.get("/");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Du är inte inloggad");
    }

    @Test
    void keepsTheSessionAcrossARestart() {
        Map<String, String> cookies = Map.copyOf(house.as("olga").cookies);
        house.close();
        house = new ConsoleHouse(folder);

        Browser later = house.browser();
        later.cookies.putAll(cookies);

        assertThat(later.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void endsASessionThatNobodyUses() {
        Browser browser = house.as("olga");

        house.clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/").statusCode()).isEqualTo(200);
        house.clock.advance(Duration.ofMinutes(30));

        assertThat(browser.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void endsASessionAfterTenHoursHoweverItIsUsed() {
        Browser browser = house.as("olga");

        for (int i = 0; i < 29; i++) {
            house.clock.advance(Duration.ofMinutes(20));
            assertThat(browser.get("/").statusCode()).isEqualTo(200);
        }
        house.clock.advance(Duration.ofMinutes(20));

        assertThat(browser.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void forgetsEndedSessionsWhenSomebodyLogsIn() {
        house.as("olga");
        house.clock.advance(Duration.ofHours(11));

        house.as("olga");

        assertThat(stored()).hasSize(1);
    }

    @Test
    void logsOut() {
        Browser browser = house.as("olga");
        String id = browser.cookies.get(Cookies.SESSION);

        HttpResponse<String> answer = browser.post("/logout", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(browser.cookies).doesNotContainKey(Cookies.SESSION);
        browser.cookies.put(Cookies.SESSION, id);
        assertThat(browser.get("/").statusCode()).isEqualTo(401);
        assertThat(house.trail()).endsWith("olga LOGOUT olga ");
    }

    @Test
    void endsAllSessionsOfAUserWhosePasswordOrRolesChange() {
        Browser browser = house.as("olga");

        house.user("olga", "read");

        assertThat(browser.get("/").statusCode()).isEqualTo(401);
    }

    @Test
    void takesAnIdOfItsOwnAtLogin() {
        Browser browser = house.as("olga");
        String first = browser.cookies.get(Cookies.SESSION);

        browser.post("/login", Map.of("name", "olga", "password", ConsoleHouse.PASSWORD));

        assertThat(browser.cookies.get(Cookies.SESSION)).isNotEqualTo(first);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void refusesALoginWithoutTheFormsToken() {
        Browser browser = house.browser();
        browser.get("/login");

        HttpResponse<String> none =
                browser.post("/login", Map.of("csrf", "", "name", "olga", "password", ConsoleHouse.PASSWORD));
        HttpResponse<String> anothers = browser.post(
                "/login",
                Map.of("csrf", Tokens.csrf(Tokens.random()), "name", "olga", "password", ConsoleHouse.PASSWORD));

        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(anothers.statusCode()).isEqualTo(403);
        assertThat(house.trail()).isEmpty();
    }

    @Test
    void speaksEnglishWhenAskedAndRemembersIt() {
        Browser browser = house.browser();
        browser.get("/login");

        HttpResponse<String> switched = browser.post("/language", Map.of("lang", "en"));
        HttpResponse<String> form = browser.get("/login");

        assertThat(switched.statusCode()).isEqualTo(303);
        assertThat(switched.headers().allValues("set-cookie"))
                .singleElement()
                .asString()
                .contains("HttpOnly")
                .contains("Max-Age=31536000");
        assertThat(form.body()).contains("<html lang=\"en\">").contains("<h1>Log in</h1>");
    }

    private List<String> stored() {
        return house.database.inSnapshot(h -> h.createQuery("SELECT id_hash FROM console_session")
                .mapTo(String.class)
                .list());
    }

    private static String withoutToken(String html) {
        return html.replaceAll("[0-9a-f]{64}", "");
    }
}
