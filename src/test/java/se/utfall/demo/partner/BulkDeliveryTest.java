package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkDeliveryTest {
    @TempDir
    Path temp;

    @Test
    void writesASealedDeliveryOfPersonsWhoAreOnlyRunningNumbers() throws Exception {
        Planted planted = PartnerProcess.bulk(500).writeBasAndEkb(temp);

        assertThat(planted.delivery()).isEqualTo(House.leverans(1));
        TestPackage opened = TestPackage.parse(
                planted.delivery(), HubSide.decrypt(Files.readAllBytes(temp.resolve(planted.delivery()))));
        opened.requireSound();
        assertThat(opened.say("avser")).isEqualTo(House.ORDER + "_bestallning_001.zip.pgp");
        assertThat(opened.files).containsOnlyKeys("BAS_PREL.csv", "EKB_PREL.csv");
        TestTable bas = TestTable.of(opened.text("BAS_PREL.csv"));
        assertThat(bas.rows).hasSize((int) planted.tables().get(0).rows()).hasSizeBetween(11_000, 12_100);
        assertThat(bas.column("SyssStat").stream().collect(Collectors.groupingBy(s -> s)))
                .containsKeys("1", "2", "3", "5", "6");
        assertThat(PartnerProcess.bulk(500).writeBas(temp).tables())
                .containsExactly(planted.tables().get(0));
    }

    /** The delivery's tables alone are some 50 MB. */
    @Test
    void needsTheSameMemoryForAnyNumberOfPersons() throws Exception {
        Path errors = temp.resolve("errors");
        Process process = PartnerProcess.spawn(List.of("-Xmx24m"), errors, "bulk", temp.toString(), "40000");
        String rows = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", Files.readString(errors)).isZero();
        assertThat(Integer.parseInt(rows)).isGreaterThan(1_200_000);
        assertThat(Files.size(temp.resolve(House.leverans(1)))).isGreaterThan(40_000_000);
    }
}
