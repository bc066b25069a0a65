package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.intake.FileReport;

/** The page in a real browser: Debian's Chromium, by keyboard only, judged by axe, in both languages and at two widths. */
@Tag("peer")
@Tag("chromium")
class ChromiumTest {
    private static final String CHROMIUM =
            Optional.ofNullable(System.getenv("UTFALL_CHROMIUM")).orElse("/usr/bin/chromium");
    private static final Path SHOTS = Path.of("target", "page");
    private static Playwright playwright;
    private static Browser chromium;

    @TempDir
    Path folder;

    private ConsoleHouse house;
    private FileReport waiting;

    @BeforeAll
    static void start() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(CHROMIUM))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder)
                .user("olga", "read", "operate")
                .user("anna", "read", "approve")
                .user("disa", "read", "statistics")
                .user("sven", "security");
        waiting = CaseSystemFiles.setAside(house, "avslut_20261123_009.csv");
        house.rooms.tasks().raise("flow", "COUNTERPART_SILENT", "SCB");
        house.hub.now = PictureLists.waiting(house.rooms.tasks().listOpen(), waiting);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Who, and which pages. */
    record Tour(String user, List<String> paths) {}

    private static final List<Tour> TOURS = List.of(
            new Tour("", List.of("/login")),
            new Tour(
                    "olga",
                    List.of(
                            "/",
                            "/orders",
                            "/partners",
                            "/files",
                            "/files/WAITING",
                            "/find?q=avslut",
                            "/find?q=nothing",
                            "/find?q=x",
                            "/deliveries",
                            "/routes",
                            "/nowhere")),
            new Tour("anna", List.of("/orders")),
            new Tour("disa", List.of("/datasets")),
            new Tour("sven", List.of("/trail")),
            new Tour("rut", List.of("/")));

    static Stream<Arrangement> arrangements() {
        return Stream.of("sv", "en")
                .flatMap(language -> Stream.of(1280, 400)
                        .flatMap(width -> TOURS.stream().map(t -> new Arrangement(t, language, width))));
    }

    /** Pages as somebody sees them. */
    record Arrangement(Tour tour, String language, int width) {}

    @ParameterizedTest
    @MethodSource("arrangements")
    void axeFindsNothingAndNothingIsWiderThanTheWindow(Arrangement a) throws Exception {
        if (a.tour.user.equals("rut")) {
            house.user("rut", "read");
            house.hub.now = Pictures.calm();
        }
        try (BrowserContext context = window(a.width)) {
            Page page = a.tour.user.isEmpty() ? open(context) : logIn(context, a.tour.user);
            if (a.language.equals("en")) {
                page.click("button[lang=en]");
                page.waitForLoadState();
            }
            for (String path : a.tour.paths) {
                page.navigate(at(path.replace("WAITING", waiting.id())));
                opened(page);
                List<Rule> found = new AxeBuilder(page).analyze().getViolations();

                shoot(page, a, path);
                assertThat(found)
                        .extracting(r -> r.getId() + " " + r.getNodes())
                        .as(path + " of " + a)
                        .isEmpty();
                assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                        .as("width of " + path + " of " + a)
                        .isLessThanOrEqualTo(a.width);
                assertThat(page.getAttribute("html", "lang")).isEqualTo(a.language);
            }
        }
    }

    @Test
    void axeFindsNothingInTheDarkEither() {
        try (BrowserContext context = chromium.newContext(
                new Browser.NewContextOptions().setViewportSize(1280, 900).setColorScheme(ColorScheme.DARK))) {
            Page page = logIn(context, "olga");
            for (String path : List.of("/", "/orders", "/files/" + waiting.id(), "/deliveries")) {
                page.navigate(at(path));
                opened(page);

                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .extracting(Rule::getId)
                        .as(path)
                        .isEmpty();
            }
        }
    }

    @Test
    void aTaskIsClosedByKeyboardAlone() {
        try (BrowserContext context = window(1280)) {
            Page page = logIn(context, "olga");
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("Hoppa till innehållet");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");

            tabTo(page, "Stäng uppgiften");
            assertThat(outlined(page)).isTrue();
            page.keyboard().press("Enter");
            tabTo(page, "reason-task-");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowDown");
            tabTo(page, "reference-task-");
            page.keyboard().type("INC-4711");
            tabTo(page, "Stäng");
            page.keyboard().press("Enter");
            page.waitForURL("**/#closed");

            assertThat(house.trail())
                    .anyMatch(l ->
                            l.startsWith("olga TASK_CLOSED SCB flow/COUNTERPART_SILENT COUNTERPART_ANSWERED INC-4711"));
        }
    }

    @Test
    void aFileIsRejectedByKeyboardAlone() {
        try (BrowserContext context = window(400)) {
            Page page = logIn(context, "olga");
            page.navigate(at("/files/" + waiting.id()));

            tabTo(page, "Avvisa");
            page.keyboard().press("Enter");
            tabTo(page, "reason-file-REJECT");
            page.keyboard().press("ArrowDown");
            tabTo(page, "reference-file-REJECT");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.locator("h1 .chip").getByText("Avvisad").waitFor();

            assertThat(house.rooms.intake().find(waiting.id()))
                    .extracting(FileReport::state)
                    .containsExactly(FileReport.State.REJECTED);
        }
    }

    @Test
    void noPartOfThePageTrapsTheKeyboard() {
        try (BrowserContext context = window(1280)) {
            Page page = logIn(context, "olga");
            for (String path : List.of("/", "/files", "/routes", "/deliveries")) {
                page.navigate(at(path));
                int stops = ((Number) page.evaluate("document.querySelectorAll('a[href],button,summary,"
                                + "input:not([type=hidden]),select').length"))
                        .intValue();
                for (int i = 0; i < stops + 2 && !isBody(page, i); i++) {
                    page.keyboard().press("Tab");
                }
                assertThat(isBody(page, 1)).as("the end of " + path).isTrue();
            }
        }
    }

    private static boolean isBody(Page page, int after) {
        return after > 0 && "BODY".equals(page.evaluate("document.activeElement.tagName"));
    }

    /** Goes on by the Tab key until the focus stands on what has this text or id. */
    private static void tabTo(Page page, String what) {
        for (int i = 0; i < 120; i++) {
            page.keyboard().press("Tab");
            String text = focused(page);
            String id = String.valueOf(page.evaluate("document.activeElement.id"));
            if (text.equals(what) || (!id.isEmpty() && id.startsWith(what))) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not come to " + what);
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("document.activeElement.innerText")).strip();
    }

    private static boolean outlined(Page page) {
        return !"none".equals(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"));
    }

    /** Everything that can be folded out is folded out, so that it is judged too. */
    private static void opened(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)");
    }

    private BrowserContext window(int width) {
        return chromium.newContext(new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    private Page logIn(BrowserContext context, String user) {
        Page page = open(context);
        page.fill("#name", user);
        page.fill("#password", ConsoleHouse.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    private Page open(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(at("/login"));
        return page;
    }

    private String at(String path) {
        return house.console.address().resolve(path).toString();
    }

    private static void shoot(Page page, Arrangement a, String path) throws Exception {
        Files.createDirectories(SHOTS);
        String name = (a.tour.user + path).replaceAll("[^A-Za-z]+", "-");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SHOTS.resolve(name + "-" + a.language + "-" + a.width + ".png")));
    }
}
