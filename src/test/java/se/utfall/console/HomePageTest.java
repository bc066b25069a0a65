package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.notice.Task;

class HomePageTest {
    @TempDir
    Path folder;

    private static final Map<Part, String> PLACES = Map.of(
            Part.TASKS, "/",
            Part.ORDERS, "/orders",
            Part.PACKAGES, "/partners",
            Part.CONTACTS, "/partners",
            Part.DELIVERIES, "/deliveries",
            Part.BATCHES, "/deliveries",
            Part.FILES, "/files",
            Part.DATASETS, "/datasets",
            Part.ROUTES, "/routes");

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder).user("rut", "read");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isGreenWhenNothingNeedsAnybodyAndSaysAsOfWhen() {
        String page = page();

        assertThat(page).contains("Allt är som det ska").contains("Läget 24 nov. 2026 08:00:00");
        assertThat(page).doesNotContain("Något behöver dig");
    }

    @Test
    void saysWhatNeedsSomebodyInSentences() {
        house.hub.now = Pictures.troubled();

        String page = page();

        assertThat(page)
                .contains("Något behöver dig")
                .contains("2 uppgifter väntar")
                .contains("En rutt står still: linkage")
                .contains("En balans går inte ihop: SCB-2026-001-L002")
                .contains("Inte nådd på tre försök: SCB");
        assertThat(page)
                .contains("Filen jobbtorg/insats_20261123_001.csv är undanlagd och inget av den är inläst.")
                .contains("Sedan 23 nov. 2026 18:06, för 13 tim sedan")
                .contains("SCB går inte att nå.");
    }

    @Test
    void tellsWhatMustHappenWithAnOrderAndByWhom() {
        house.hub.now = Pictures.troubled();

        String page = page("/orders");

        assertThat(page)
                .contains(
                        "Två personer godkänner, ingen av dem den som frös: här eller med utfall order approve SCB-2026-002")
                .contains("två med rollen approve")
                .contains("1 av 2: anna")
                .contains("Frys populationen: utfall order freeze IFAU-2026-001");
        assertThat(text(page))
                .contains("Händelser 1 840 Personer 1 612 Skyddade, uteslutna − 41 Annullerade, uteslutna − 3"
                        + " Flaggade, uteslutna − 24 Beställda = 1 544");
    }

    @Test
    void marksALedgerThatDoesNotClose() {
        house.hub.now = Pictures.troubled();

        String text = text(page("/deliveries"));

        assertThat(text)
                .contains("ekb_2025.csv Definitiv 4 210 4 200 0 ✗ Går inte ihop")
                .contains("ekb_2025.csv Definitiv 4 210 4 210 0 ✓ Går ihop")
                .contains("bas_2025.csv Preliminär 18 540 18 528 9 dubblett 3 okänt löpnummer")
                .contains("2025-02 1 544 1 540 3 ✗ Går inte ihop");
    }

    @Test
    void showsFilesPackagesPublicationsDatasetsAndCounterparts() {
        house.hub.now = Pictures.troubled();

        assertThat(text(page("/files")))
                .contains("Varför: Filen har 77 rader, inte det antal som manifestet anger.")
                .contains("I karantän Avgör insats_20261123_001.csv")
                .contains("Inläst 1 234 2 1 DATUM 1 KOD ✓ Går ihop")
                .contains("29 äldre visas inte här. Kommandoraden har alla: utfall file show");
        assertThat(text(page("/partners")))
                .contains("SCB-2026-001_leverans_002.zip.pgp Från SCB Avvisat av navet KOLUMN_SAKNAS avvisad")
                .contains("SCB-2026-001_bestallning_001.zip.pgp Till SCB Godkänt av partnern – mottagen, godkänd")
                .contains("24 nov. 2026 07:46:00 , för 14 min sedan 60 s ✗ Nås inte Pröva adress");
        assertThat(text(page("/deliveries")))
                .contains(
                        "SCB-2026-001-L001 b-7f0c2a stockholmsjobb En post per meddelande 37 056 av 37 056 3b1f6d0a9c3b…");
        assertThat(text(page("/datasets")))
                .contains("stockholmsjobb_v001_20261123_3b1f6d0a")
                .doesNotContain("secret-place");
    }

    @Test
    void tellsWhatCameInSinceYesterday() {
        house.hub.now = Pictures.troubled();

        assertThat(text(page()))
                .contains("Filer 49 kom: 46 inlästa, 1 i karantän 56 764 rader inlästa, 46 rader avvisade")
                .contains("Paket 2 kom, varav 1 avvisade; 1 förseglade")
                .contains("Räknat från 23 nov. 2026 00:00.");
    }

    @Test
    void putsAnActOrAPlaceBesideEveryTask() {
        house.user("olga", "operate");
        house.hub.now = Pictures.troubled();

        String page = house.as("olga").get("/").body();

        assertThat(page)
                .contains("href=\"/find?q=insats_20261123_001.csv\">Avgör filen")
                .contains("href=\"/partners\">Visa")
                .contains("action=\"/tasks/close\"");
        assertThat(count(page, "action=\"/tasks/close\"")).isEqualTo(1);
    }

    @Test
    void speaksEnglish() {
        house.hub.now = Pictures.troubled();
        Browser browser = house.as("rut");
        browser.post("/language", Map.of("lang", "en"));

        String page = browser.get("/").body();

        assertThat(page)
                .contains("<html lang=\"en\">")
                .contains("Something needs you")
                .contains("As of 24 Nov 2026 08:00:00")
                .contains("Two people approve, neither of them the one who froze")
                .contains("SCB cannot be reached.")
                .contains("Since yesterday");
        assertThat(page).doesNotContain("Går ihop").doesNotContain("behöver dig");
    }

    @Test
    void escapesWhatCameFromOutside() {
        Task task = new Task("1", "flow", "COUNTERPART_SILENT", "<script>alert('x')</script>", Pictures.NOW);
        Task unknown = new Task("2", "none", "NO_SUCH", "\"><img src=x>", Pictures.NOW);
        house.hub.now = Pictures.with(Pictures.calm(), List.of(task, unknown));

        String page = page();

        assertThat(page).doesNotContain("<script").doesNotContain("<img");
        assertThat(page).contains("&lt;script&gt;alert").contains("NO_SUCH: \"&gt;&lt;img src=x&gt;");
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void neverTakesAnUnreadPartForGoodNews(Part part) {
        house.hub.now = Pictures.unread(Pictures.calm(), part);

        assertThat(page()).contains("Något behöver dig").contains("Gick inte att läsa:");
        assertThat(page(PLACES.get(part))).contains("Den här delen gick inte att läsa just nu.");
    }

    @Test
    void guardsItselfByHeaders() {
        HttpResponse<String> page = house.as("rut").get("/");

        assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("x-frame-options")).contains("DENY");
        assertThat(page.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("cache-control")).contains("no-store");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("server")).isEmpty();
        assertThat(page.headers().firstValue("content-type")).contains("text/html;charset=utf-8");
    }

    @Test
    void needsNothingFromElsewhereAndNoScript() {
        house.hub.now = Pictures.troubled();
        Browser browser = house.as("rut");

        String page = browser.get("/").body();
        String style = browser.get("/utfall.css").body();

        assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("://");
        assertThat(style).doesNotContain("url(").doesNotContain("@import");
        assertThat(browser.get("/utfall.svg").headers().firstValue("content-type"))
                .contains("image/svg+xml");
    }

    @Test
    void givesEveryTableACaptionAndEveryHeaderAScope() {
        house.hub.now = Pictures.troubled();

        int tables = 0;
        for (String path : List.of("/", "/orders", "/partners", "/files", "/deliveries", "/datasets", "/routes")) {
            String page = page(path);
            tables += count(page, "<table");
            assertThat(count(page, "<table")).isEqualTo(count(page, "<caption"));
            assertThat(count(page, "<th ")).isEqualTo(count(page, " scope=\""));
            assertThat(count(page, "<th>")).isZero();
            assertThat(count(page, "<h1")).as(path).isEqualTo(1);
            assertThat(ids(page)).doesNotHaveDuplicates();
        }
        assertThat(tables).isGreaterThan(7);
    }

    private String page(String path) {
        return house.as("rut").get(path).body();
    }

    private String page() {
        return house.as("rut").get("/").body();
    }

    private static int count(String page, String part) {
        return page.split(Pattern.quote(part), -1).length - 1;
    }

    private static List<String> ids(String page) {
        return Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    /** What a reader sees, with single blanks. */
    private static String text(String page) {
        Matcher tags = Pattern.compile("<[^>]*>").matcher(page);
        return tags.replaceAll(" ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}
