package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.Test;

class StillFilterTest {
    private static final String FILE = "avslut_20260301_001.csv";
    private static final Instant WRITTEN = Instant.ofEpochSecond(1);
    private Instant now = Instant.ofEpochSecond(100);
    private final StillFilter filter = new StillFilter("jobbtorg", Duration.ofSeconds(60), s -> true, new Moving());

    private final class Moving extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private boolean look(String name, long size) {
        GenericFile<Object> file = new GenericFile<>();
        file.setFileName(name);
        file.setFileLength(size);
        file.setLastModified(WRITTEN.toEpochMilli());
        return filter.accept(file);
    }

    private void later(int seconds) {
        now = now.plusSeconds(seconds);
    }

    @Test
    void letsAFileThroughThatStoodStill() {
        assertThat(look(FILE, 9)).isFalse();
        later(59);
        assertThat(look(FILE, 9)).isFalse();
        later(1);
        assertThat(look(FILE, 9)).isTrue();
        assertThat(look(FILE, 10)).isFalse();
    }

    @Test
    void aManifestWaitsForItsFileToStandStill() {
        look(FILE + ".klar", 5);
        later(60);
        look(FILE, 9);
        assertThat(look(FILE + ".klar", 5)).isFalse();
        later(60);
        assertThat(look(FILE, 12)).isFalse();
        assertThat(look(FILE + ".klar", 5)).isFalse();
        later(60);
        assertThat(look(FILE + ".klar", 5)).isTrue();
    }

    @Test
    void knowsWhetherWhatWasFetchedStoodStill() {
        look(FILE, 9);
        later(60);

        assertThat(filter.stands(FILE, 9, WRITTEN)).isTrue();
        assertThat(filter.stands(FILE, 10, WRITTEN)).isFalse();
        assertThat(filter.stands("never_seen.csv", 9, WRITTEN)).isFalse();
    }

    @Test
    void neverLetsThroughWhatIsNoPlainName() {
        for (String name : new String[] {"../a.csv", ".hidden", "a/b.csv", "a.csv.part", "a b.csv", ""}) {
            look(name, 9);
            later(60);
            assertThat(look(name, 9)).isFalse();
        }
    }
}
