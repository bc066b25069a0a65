package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.PackageRefusedException;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

class TableReadingTest {
    private static final String HEADER = "lopnr;period;SyssStat;KommunalInsats;SenPNr;AterPNr\n";
    private static final int RECALLED = 3;
    private final Mapping bas = Mappings.load().get(SourceRegister.BAS);

    @Test
    void linksRowsByRunningNumberAndPeriod() throws IOException {
        TableReading.ReadTable read = read(HEADER + "2;2026-02;1;J;;\n1;2026-01;.;;0;0\n");

        assertThat(read.linked()).isEqualTo(2);
        assertThat(state(read, 2, 1)).isEqualTo(TableGrid.LINKED);
        assertThat(state(read, 2, 0)).isZero();
        assertThat(value(read, 2, 1, 0)).isZero();
        assertThat(value(read, 2, 1, 1)).isEqualTo(1);
        assertThat(value(read, 1, 0, 0)).isEqualTo(PackedLongs.MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "1;2026-01;1;J;;;,FALT",
        "1;2026-01;1;J,FALT",
        "0;2026-01;1;J;;,OKANT_LOPNR",
        "6;2026-01;1;J;;,OKANT_LOPNR",
        "x;2026-01;1;J;;,OKANT_LOPNR",
        ";2026-01;1;J;;,OKANT_LOPNR",
        "3;2020-01;9;J;;1,ATERKALLAD",
        "1;2025-12;9;J;;1,PERIOD",
        "1;2026-04;1;J;;,PERIOD",
        "1;2026;1;J;;,PERIOD",
        "1;2026-13;1;J;;,PERIOD",
        "1;;1;J;;,PERIOD",
        "1;2026-01;9;J;;1,ATERPNR",
        "1;2026-01;7;J;;,OGILTIGT_VARDE",
        "1;2026-01;01;J;;,OGILTIGT_VARDE",
        "1;2026-01;1;X;;,OGILTIGT_VARDE",
        "1;2026-01;1;J;2;,OGILTIGT_VARDE",
        "1;2026-01;1;J;;x,OGILTIGT_VARDE"
    })
    void setsARowAsideWithTheFirstReasonThatHolds(String row, String reason) throws IOException {
        TableReading.ReadTable read = read(HEADER + row + "\n");

        assertThat(read.rows()).isEqualTo(1);
        assertThat(read.linked()).isZero();
        assertThat(count(read, SetAside.valueOf(reason))).isEqualTo(1);
    }

    @Test
    void marksTheCellOfARowSetAside() throws IOException {
        TableReading.ReadTable read = read(HEADER + "1;2026-01;7;J;;\n2;2026-01;1;J;;1\n2;2026-01;1;N;;\n");

        assertThat(state(read, 1, 0)).isEqualTo(TableGrid.SET_ASIDE);
        assertThat(state(read, 2, 0) & TableGrid.LINKED).isNotZero();
    }

    /** Rows of person 1, January: status and SenPNr of each; which status is linked ({@code -} none) and how many are duplicates. */
    @ParameterizedTest
    @CsvSource({
        "1: 2:1,          2, 1",
        "1:1 2:0,         1, 1",
        "1:0 2:1 3:0,     2, 2",
        "1: 1: 1:,        1, 2",
        "1:0 1:,          1, 1",
        "1: 2:,           -, 2",
        "1:1 2:1,         -, 2",
        "1:1 1:1,         1, 1",
        "1:1 1:1 1:0,     1, 2",
        "2: 1:1 2:1,      -, 3",
        "1:1 2:1 3:1,     -, 3",
        "1: 2: 2:,        -, 3",
        "1: 2: 3:1,       3, 2"
    })
    void choosesAmongRowsOfTheSamePersonAndPeriod(String rows, String linked, int duplicates) throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (String row : rows.split(" ", -1)) {
            String[] parts = row.split(":", 2);
            text.append("1;2026-01;%s;;%s;\n".formatted(parts[0], parts[1]));
        }

        TableReading.ReadTable read = read(text.toString());

        assertThat(count(read, SetAside.DUBBLETT)).isEqualTo(duplicates);
        if (linked.equals("-")) {
            assertThat(state(read, 1, 0)).isEqualTo(TableGrid.SET_ASIDE);
            assertThat(read.linked()).isZero();
        } else {
            assertThat(state(read, 1, 0)).isEqualTo((byte) (TableGrid.LINKED | TableGrid.CHOSEN));
            assertThat(value(read, 1, 0, 0)).isEqualTo(Integer.parseInt(linked) - 1);
            assertThat(read.linked()).isEqualTo(1);
        }
    }

    @Test
    void letsARowSetAsideEarlierNotCompete() throws IOException {
        TableReading.ReadTable read = read(HEADER + "1;2026-01;1;;;1\n1;2026-01;9;;1;\n1;2026-01;2;;;\n");

        assertThat(read.linked()).isEqualTo(1);
        assertThat(value(read, 1, 0, 0)).isEqualTo(1);
        assertThat(count(read, SetAside.DUBBLETT)).isZero();
    }

    @Test
    void takesColumnsInAnyOrderAndCaseAndDropsTheOthers() throws IOException {
        TableReading.ReadTable read =
                read("KOMMUNALINSATS;Namn;PERIOD;ÅterPNr;syssstat;LopNr;Subv;191212\nJ;x;2026-03;;3;4;J;\n");

        assertThat(read.linked()).isEqualTo(1);
        assertThat(value(read, 4, 2, 0)).isEqualTo(2);
        assertThat(read.dropped()).containsExactly("Namn", "Subv", "#8");
    }

    @ParameterizedTest
    @CsvSource({
        "lopnr;SyssStat;KommunalInsats, KOLUMN_SAKNAS",
        "period;SyssStat;KommunalInsats, KOLUMN_SAKNAS",
        "lopnr;period;SyssStat, KOLUMN_SAKNAS",
        "lopnr;period;SyssStat;KommunalInsats;LOPNR, KOLUMN_DUBBEL",
        "lopnr;period;SyssStat;KommunalInsats;syssstat, KOLUMN_DUBBEL",
        "lopnr;period;SyssStat;KommunalInsats;AterPNr;ÅterPNr, KOLUMN_DUBBEL",
        "lopnr;period;SyssStat;KommunalInsats;Ny;ny, KOLUMN_DUBBEL"
    })
    void refusesATableWithoutOrWithTwoOfAColumn(String header, String code) {
        assertThatThrownBy(() -> read(header + "\n")).isInstanceOfSatisfying(PackageRefusedException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(e.text()).contains("[bas.csv]");
        });
    }

    @Test
    void refusesAByteOrderMarkAndAnEmptyFile() {
        assertThatThrownBy(() -> read("\uFEFF" + HEADER))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("BOM"));
        assertThatThrownBy(() -> read(""))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("KOLUMN_SAKNAS"));
    }

    @Test
    void trimsBlanksAndCountsThem() throws IOException {
        TableReading.ReadTable read = read(HEADER + " 1 ;2026-01;1\t;J;;\n");

        assertThat(read.linked()).isEqualTo(1);
        assertThat(read.trimmed()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARBETE", "å.b-c_9", "a\u030a"})
    void takesLocalCodesAndNormalisesThem(String code) throws IOException {
        TableReading.ReadTable read = readAssistance("1;2026-01;" + code + "\n");

        assertThat(read.linked()).isEqualTo(1);
        assertThat(read.grid().columns().get(0).codes().list()).containsExactly(code.replace("a\u030a", "å"));
    }

    @Test
    void setsACodeAsideThatCouldHideAPersonalNumber() throws IOException {
        TableReading.ReadTable read =
                readAssistance("1;2026-01;" + "0".repeat(6) + "-" + "0".repeat(4) + "\n2;2026-01;A B\n");

        assertThat(count(read, SetAside.OGILTIGT_VARDE)).isEqualTo(2);
        assertThat(read.grid().columns().get(0).codes().list()).isEmpty();
    }

    private TableReading.ReadTable readAssistance(String rows) throws IOException {
        Mapping ekb = Mappings.load().get(SourceRegister.EKB);
        Coverage coverage = new Coverage(SourceRegister.EKB, Periods.monthIndex(2026, 1), 3);
        return new TableReading("ekb.csv", 5, n -> false)
                .read(
                        bytes("lopnr;period;Avslutsorsak\n" + rows),
                        ekb,
                        TableColumns.ordered(ekb, List.of("avslutsorsak")),
                        coverage);
    }

    private TableReading.ReadTable read(String text) throws IOException {
        Coverage coverage = new Coverage(SourceRegister.BAS, Periods.monthIndex(2026, 1), 3);
        List<Mapping.Column> ordered = TableColumns.ordered(bas, List.of("KommunalInsats", "syssstat"));
        return new TableReading("bas.csv", 5, n -> n == RECALLED).read(bytes(text), bas, ordered, coverage);
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static long count(TableReading.ReadTable read, SetAside reason) {
        return read.setAside().getOrDefault(reason, 0L);
    }

    private static byte state(TableReading.ReadTable read, int number, int position) {
        return read.grid().state(read.grid().cell(number, position));
    }

    private static long value(TableReading.ReadTable read, int number, int position, int column) {
        return read.grid().values(column).get(read.grid().cell(number, position));
    }
}
