package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.intake.FileReport;
import se.utfall.notice.Task;

class WorkActsTest {
    private static final String ODD_NAME = "exchange/ODD_NAME/SCB";
    private static final Map<String, String> CLOSE =
            Map.of("key", ODD_NAME, "reason", "COUNTERPART_ANSWERED", "reference", "INC-4711");

    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() {
        house = new ConsoleHouse(folder)
                .user("olga", "read", "operate")
                .user("rut", "read")
                .user("anna", "approve")
                .user("sven", "security");
        house.rooms.tasks().raise("exchange", "ODD_NAME", "SCB");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void closesATaskForAReasonAndLeavesATrace() {
        HttpResponse<String> answer = house.as("olga").post("/tasks/close", CLOSE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(tasks()).isEmpty();
        assertThat(house.trail()).endsWith("olga TASK_CLOSED SCB exchange/ODD_NAME COUNTERPART_ANSWERED INC-4711");
    }

    @Test
    void showsWhoClosedWhatAndWhy() {
        house.as("olga").post("/tasks/close", CLOSE);
        house.hub.closed = house.rooms.tasks().listClosed(Pictures.NOW);

        assertThat(house.as("rut").get("/").body())
                .contains("ODD_NAME")
                .contains("olga, 24 nov. 2026 08:00: Motparten har svarat INC-4711");
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "NONSENSE, ''", "PLANNED_WORK, ''", "DONE, free words", "DONE, 123456789"})
    void closesNothingWithoutAReasonOfTheListOrWithFreeText(String reason, String reference) {
        HttpResponse<String> answer = house.as("olga")
                .post("/tasks/close", Map.of("key", ODD_NAME, "reason", reason, "reference", reference));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void closesNoTaskThatADecisionOnAFileOrTheHubItselfCloses() throws Exception {
        CaseSystemFiles.setAside(house, "avslut_20261123_001.csv");
        house.rooms.tasks().raise("publish", "RECORD_COUNT_DIFFERS", "SCB-2026-001-L001");
        Browser olga = house.as("olga");

        HttpResponse<String> file = olga.post(
                "/tasks/close",
                Map.of("key", "intake/FIL_UNDANLAGD/jobbtorg/avslut_20261123_001.csv", "reason", "DONE"));
        HttpResponse<String> held = olga.post(
                "/tasks/close", Map.of("key", "publish/RECORD_COUNT_DIFFERS/SCB-2026-001-L001", "reason", "DONE"));
        HttpResponse<String> gone = olga.post("/tasks/close", Map.of("key", "flow/NONE/x", "reason", "DONE"));

        assertThat(List.of(file.statusCode(), held.statusCode(), gone.statusCode()))
                .containsOnly(409);
        assertThat(file.body()).contains("stängs av att filen avgörs");
        assertThat(held.body()).contains("Navet håller tillbaka leveransen");
        assertThat(gone.body()).contains("väntar inte längre");
        assertThat(tasks()).hasSize(3);
        assertThat(house.trail()).noneMatch(l -> l.contains("TASK_CLOSED"));
    }

    @Test
    void releasesAFileWithTooManyBadRowsAndShowsItsWay() throws Exception {
        FileReport file = CaseSystemFiles.setAside(house, "avslut_20261123_001.csv");
        Browser olga = house.as("olga");
        assertThat(olga.get("/files/" + file.id()).body())
                .contains("Filen väntar på dig")
                .contains("action=\"/files/" + file.id() + "/RELEASE\"")
                .contains("För många rader är felaktiga: 21.");

        HttpResponse<String> answer =
                olga.post("/files/" + file.id() + "/RELEASE", Map.of("reason", "SOURCE_CONFIRMS", "reference", ""));
        house.rooms.intake().loadNext();

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(olga.get("/files/" + file.id()).body())
                .contains("Släppt ur karantänen: Källan står för innehållet")
                .contains("av olga")
                .contains("Inläst, rader: 30")
                .contains("Går ihop")
                .doesNotContain("Filen väntar på dig");
        assertThat(house.trail())
                .contains("olga FILE_RELEASED avslut_20261123_001.csv file " + file.id() + " SOURCE_CONFIRMS");
    }

    @Test
    void offersNoReleaseOfATornFileAndRefusesIt() throws Exception {
        FileReport file = CaseSystemFiles.torn(house, "avslut_20261123_001.csv");
        Browser olga = house.as("olga");
        assertThat(olga.get("/files/" + file.id()).body())
                .doesNotContain("/RELEASE\"")
                .contains("/REJECT\"")
                .contains("Den kan inte släppas in");

        HttpResponse<String> answer =
                olga.post("/files/" + file.id() + "/RELEASE", Map.of("reason", "SOURCE_CONFIRMS", "reference", ""));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("kan aldrig släppas in");
        assertThat(house.rooms.intake().find(file.id()))
                .extracting(FileReport::state)
                .containsExactly(FileReport.State.QUARANTINED);
    }

    @ParameterizedTest
    @CsvSource({
        "/tasks/close, rut anna sven",
        "/files/x/REJECT, rut anna sven",
        "/orders/SCB-2026-001/approve, olga rut sven",
        "/datasets/SCB-2026-001_v001/fetch, olga rut anna sven",
        "/trail, olga rut anna",
        "/routes/publish/pause, rut anna sven",
        "/find, anna sven"
    })
    void refusesEveryActWithoutItsRoleAndTracesThat(String path, String names) {
        for (String name : names.split(" ", -1)) {
            HttpResponse<String> answer = house.as(name).post(path, Map.of("reason", "DONE"));

            assertThat(answer.statusCode()).as(name + " " + path).isEqualTo(403);
            assertThat(house.trail()).last().asString().startsWith(name + " ACCESS_REFUSED POST /");
        }
        assertThat(tasks()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tasks/close", "/files/x/REJECT", "/orders/SCB-2026-001/approve", "/trail", "/find"})
    void doesNothingForAFormWithoutItsToken(String path) {
        HttpResponse<String> answer = house.as("olga").post(path, Map.of("csrf", "0".repeat(64), "reason", "DONE"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(tasks()).hasSize(1);
    }

    @Test
    void saysWhyAnOrderCannotBeApproved() {
        HttpResponse<String> unknown =
                house.as("anna").post("/orders/SCB-2026-001/approve", Map.of("manifest", "x", "fingerprint", "y"));
        HttpResponse<String> none = house.as("anna").post("/orders/one/approve", Map.of());

        assertThat(unknown.statusCode()).isEqualTo(409);
        assertThat(unknown.body()).contains("Beställningen finns inte.");
        assertThat(none.statusCode()).isEqualTo(404);
    }

    @Test
    void showsAnApproverWhatIsApproved() {
        house.hub.now = Pictures.troubled();

        String page = house.user("bea", "approve").as("bea").get("/orders").body();

        assertThat(page)
                .contains("action=\"/orders/SCB-2026-002/approve\"")
                .contains("name=\"manifest\" value=\"" + Pictures.HASH + "\"")
                .contains("Du godkänner att 1\u00a0544 personers uppgifter skickas till SCB")
                .contains("<strong>BAS</strong> SyssStat");
        assertThat(house.as("anna").get("/orders").body())
                .contains("Du har godkänt; en annan person gör det andra godkännandet.")
                .doesNotContain("/approve\"");
    }

    @Test
    void offersTheFreezerNoApproval() {
        house.hub.now = Pictures.troubled();
        house.user("olga", "operate", "approve");

        assertThat(house.as("olga").get("/orders").body())
                .contains("Du frös den; två andra personer godkänner.")
                .doesNotContain("/approve\"");
    }

    @Test
    void findsWhereAFileIs() throws Exception {
        FileReport file = CaseSystemFiles.setAside(house, "avslut_20261123_001.csv");
        house.hub.now = Pictures.troubled();
        Browser rut = house.as("rut");

        assertThat(rut.get("/find?q=avslut_2026").body()).contains("Träffar på avslut_2026");
        assertThat(rut.get("/find?q=SCB-2026-001").body())
                .contains("href=\"/orders#o-SCB-2026-001\"")
                .contains("href=\"/packages/SCB-2026-001_leverans_001.zip.pgp\"");
        assertThat(rut.get("/find?q=zzz").body()).contains("Inget heter zzz");
        assertThat(rut.get("/files/" + file.id()).statusCode()).isEqualTo(200);
        assertThat(rut.get("/files/none").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890123", "12-34-56-78-90", "abc.12.34.56.78.90", "%3Cscript%3E", "a", "Anna%20Bok"})
    void looksForNothingThatCouldBeAPersonOrIsNoName(String typed) {
        String answer = house.as("rut").get("/find?q=" + typed).body();
        String page = answer.replaceAll("name=\"csrf\" value=\"[^\"]*\"", "");

        assertThat(page).contains("Sök aldrig på personer").doesNotContain("34").doesNotContain("<script");
    }

    @Test
    void showsSecurityTheTrailAndTheUsersAndChecksTheChain() {
        Browser sven = house.as("sven");

        assertThat(sven.get("/trail").body())
                .contains("Inte prövad nu")
                .contains("USER_SET")
                .contains("operate, read");
        assertThat(sven.post("/trail", Map.of()).body()).contains("Hel: ").doesNotContain("Inte prövad nu");
        house.database.useTransaction(h -> h.execute("UPDATE audit_event SET detail = 'x' WHERE seq = 1"));
        assertThat(sven.post("/trail", Map.of()).body()).contains("Kedjan är bruten vid rad 1");
    }

    private List<Task> tasks() {
        return house.rooms.tasks().listOpen();
    }
}
