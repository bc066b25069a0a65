package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunnelTest {
    private static final List<String> OBSERVATIONS = List.of(
            "linked",
            "obs_observed_absent",
            "obs_not_yet_observed",
            "obs_source_not_delivered",
            "obs_not_linked",
            "obs_deceased",
            "obs_emigrated",
            "obs_protected_excluded",
            "obs_not_applicable",
            "obs_unknown");

    @TempDir
    Path temp;

    @Test
    void reconcilesFromEventsToLinkedPersonsByRegisterAndPeriod() throws Exception {
        MadeUp order = new MadeUp(300, 30);
        try (DatasetHouse house = new DatasetHouse(temp, order);
                Duck duck = new Duck()) {
            DatasetView built = house.built();
            List<Map<String, String>> lines = duck.maps(Duck.csv(built.folder().resolve(Documents.FUNNEL)));

            assertThat(lines).hasSize(60).allSatisfy(line -> {
                assertThat(n(line, "persons"))
                        .isEqualTo(n(line, "ordered")
                                + n(line, "protected_excluded")
                                + n(line, "annulled")
                                + n(line, "flagged"));
                assertThat(n(line, "ordered")).isEqualTo(n(line, "recalled") + n(line, "sent_not_recalled"));
                assertThat(OBSERVATIONS.stream().mapToLong(o -> n(line, o)).sum())
                        .isEqualTo(n(line, "sent_not_recalled"))
                        .isEqualTo(order.sentNow());
            });
            assertThat(lines)
                    .filteredOn(line -> line.get("delivery") != null)
                    .hasSize(57)
                    .allSatisfy(line -> {
                        assertThat(n(line, "persons_at_delivery"))
                                .isEqualTo(n(line, "returned") + n(line, "not_returned"))
                                .isEqualTo(n(line, "sent_not_recalled") + n(line, "recalled_since"));
                        assertThat(n(line, "returned") - n(line, "linked")).isBetween(0L, n(line, "recalled_since"));
                    });
            assertThat(duck.number("SELECT COUNT(*) FROM " + Duck.parquet(built) + " WHERE observation = 'OBSERVED'"))
                    .isEqualTo(
                            lines.stream().mapToLong(line -> n(line, "linked")).sum());
        }
    }

    private static long n(Map<String, String> line, String column) {
        return Long.parseLong(line.get(column));
    }

    @Test
    void stopsWhatDoesNotClose() {
        MadeUp order = new MadeUp(100, 8);
        long sent = order.sentNow();
        List<String> whole = line(Long.toString(sent));

        assertThat(Funnel.of(content(order, sent), List.of(whole)).lines()).hasSize(1);
        assertThatIllegalStateException().isThrownBy(() -> Funnel.of(content(order, sent), List.of(line("7"))));
        assertThatIllegalStateException().isThrownBy(() -> Funnel.of(content(order, 101), List.of(line("101"))));
    }

    private static List<String> line(String persons) {
        return new ArrayList<>(Arrays.asList("SOS_EKB", "2024-08", null, "UNKNOWN", "SOURCE_NOT_DELIVERED", persons));
    }

    private static Content content(MadeUp order, long persons) {
        Claim claim = new Claim("SCB-2026-001_v001", MadeUp.ORDER, 1, "stina", Instant.EPOCH, 1, 0);
        return new Content(
                claim,
                order.show(MadeUp.ORDER),
                order.deliveries(MadeUp.ORDER),
                List.of(),
                persons,
                persons,
                Instant.EPOCH,
                "test");
    }
}
