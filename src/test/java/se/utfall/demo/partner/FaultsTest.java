package se.utfall.demo.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each faulty delivery has the fault it is named for, and no other. */
class FaultsTest {
    @TempDir
    Path temp;

    private House house;

    @BeforeEach
    void open() throws Exception {
        house = new House(temp).onRequest().ordered(60);
    }

    private byte[] deliver(Fault fault) throws Exception {
        String name = house.partner().deliver(House.ORDER, fault);
        assertThat(name).isEqualTo(House.leverans(1));
        return Files.readAllBytes(house.hub.out(name));
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_SIGNER", "UNSIGNED", "TAMPERED", "TRUNCATED"})
    void sealsWrongly(Fault fault) throws Exception {
        byte[] sealed = deliver(fault);

        assertThatThrownBy(() -> HubSide.decrypt(sealed)).isInstanceOfAny(Exception.class, AssertionError.class);
    }

    @Test
    void signsAsAStranger() throws Exception {
        byte[] sealed = deliver(Fault.WRONG_SIGNER);

        assertThatThrownBy(() -> HubSide.decrypt(sealed)).isInstanceOf(AssertionError.class);
    }

    @Test
    void changesOneBit() throws Exception {
        byte[] sealed = deliver(Fault.TAMPERED);
        sealed[sealed.length / 2] ^= 1;

        assertThat(TestPackage.parse(House.leverans(1), HubSide.decrypt(sealed)).files)
                .hasSize(3);
    }

    @Test
    void givesAFileAnotherHash() throws Exception {
        TestPackage opened = TestPackage.parse(House.leverans(1), HubSide.decrypt(deliver(Fault.WRONG_HASH)));

        assertThatThrownBy(opened::requireSound).isInstanceOf(AssertionError.class);
        opened.file(0).put("sha256", TestPackage.hash(opened.files.get("bas_prel_1.csv")));
        opened.requireSound();
    }

    @Test
    void countsARowThatIsNotThere() throws Exception {
        TestPackage opened = TestPackage.parse(House.leverans(1), HubSide.decrypt(deliver(Fault.WRONG_ROWS)));

        assertThatThrownBy(opened::requireSound).isInstanceOf(AssertionError.class);
        opened.file(0).put("rader", opened.file(0).path("rader").asLong() - 1);
        opened.requireSound();
    }

    @Test
    void smugglesAFile() throws Exception {
        TestPackage opened = TestPackage.parse(House.leverans(1), HubSide.decrypt(deliver(Fault.EXTRA_FILE)));

        assertThat(opened.files.remove("extra.csv")).isNotNull();
        opened.requireSound();
    }

    @Test
    void speaksOfAnotherOrder() throws Exception {
        TestPackage opened = TestPackage.parse(House.leverans(1), HubSide.decrypt(deliver(Fault.OTHER_ORDER)));

        assertThat(opened.say("order")).isNotEqualTo(House.ORDER).matches("[A-Z]{2,8}-[0-9]{4}-[0-9]{3}");
        assertThat(opened.say("avser")).isEqualTo(opened.say("order") + "_bestallning_001.zip.pgp");
        opened.manifest.put("order", House.ORDER);
        opened.requireSound();
    }

    @Test
    void leavesOutAnOrderedColumn() throws Exception {
        deliver(Fault.MISSING_ORDERED_COLUMN);
        TestPackage opened = house.hub.open(House.leverans(1));

        assertThat(TestTable.of(opened.text("bas_prel_1.csv")).header)
                .hasSize(9)
                .doesNotContain("SNI2");
        assertThat(TestTable.of(opened.text("bas_prel_2.csv")).header).hasSize(10);
    }

    @Test
    void stepsBackFromDefinitiveToPreliminary() throws Exception {
        house.partner().deliver(House.ORDER);
        house.partner().deliver(House.ORDER);
        house.partner().deliver(House.ORDER, Fault.PREL_AFTER_DEF);

        TestPackage opened = house.hub.open(House.leverans(3));
        assertThat(opened.manifest.path("tabeller").path(0).path("status").asText())
                .isEqualTo("PREL");
        assertThat(opened.manifest.path("tabeller").path(0).path("period"))
                .isEqualTo(house.hub
                        .open(House.leverans(2))
                        .manifest
                        .path("tabeller")
                        .path(0)
                        .path("period"));
    }

    @Test
    void replaysTheLastSequenceWithOtherContent() throws Exception {
        assertThatThrownBy(() -> house.partner().deliver(House.ORDER, Fault.REPLAY))
                .hasMessage("no delivery to replay");
        house.partner().deliver(House.ORDER);
        byte[] first = Files.readAllBytes(house.hub.out(House.leverans(1)));

        byte[] second = deliver(Fault.REPLAY);

        assertThat(second).isNotEqualTo(first);
        assertThat(house.hub.open(House.leverans(1)).text("ekb_prel.csv"))
                .isNotEqualTo(TestPackage.parse(House.leverans(1), HubSide.decrypt(first))
                        .text("ekb_prel.csv"));
        assertThat(house.partner().deliveries())
                .extracting(Partner.Delivery::sha256)
                .containsExactly(HubSide.sha256(first));
    }

    @Test
    void goesOnWithTheNextSequenceAfterFaults() throws Exception {
        List<Fault> faults =
                Arrays.stream(Fault.values()).filter(f -> f != Fault.REPLAY).toList();
        for (Fault fault : faults) {
            house.partner().deliver(House.ORDER, fault);
        }

        assertThat(house.partner().deliver(House.ORDER)).contains(House.ORDER + "_leverans_011.zip.pgp");
        assertThat(house.partner().deliveries())
                .extracting(Partner.Delivery::stage)
                .containsExactlyElementsOf(Stream.concat(faults.stream().map(Fault::name), Stream.of("PRELIMINARY"))
                        .toList());
    }
}
