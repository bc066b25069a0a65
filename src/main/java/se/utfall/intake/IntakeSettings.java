package se.utfall.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where checked files are kept, how each source writes, and which codes are never taken.
 *
 * @param archive folder of sealed files
 * @param sources by name: the profile of each case system
 * @param blockedCodes by column name ({@code *}: every coded column): codes that are emptied, beside those of {@code schemas/intake/blocked.json}
 */
public record IntakeSettings(Path archive, Map<String, SourceProfile> sources, Map<String, Set<String>> blockedCodes) {
    public IntakeSettings {
        sources = Map.copyOf(sources);
        blockedCodes = Map.copyOf(blockedCodes);
    }

    /** Without further blocked codes. */
    public IntakeSettings(Path archive, Map<String, SourceProfile> sources) {
        this(archive, sources, Map.of());
    }

    /** The source's profile; a source without one is a defect of the configuration. */
    SourceProfile profile(String source) {
        SourceProfile profile = sources.get(source);
        if (profile == null) {
            throw new IllegalArgumentException("no profile for source " + source);
        }
        return profile;
    }

    /**
     * How a source writes.
     *
     * @param charset UTF-8 (BOM accepted), windows-1252, ISO-8859-1 or ISO-8859-15
     * @param tenDigitNumbers ten digits without separator are read as with a hyphen
     * @param badShare more than this share and more than {@code badRows} rejected rows quarantine the file
     * @param manifestWait a file without manifest is reported once older
     */
    public record SourceProfile(
            String charset, boolean tenDigitNumbers, double badShare, int badRows, Duration manifestWait) {
        public static final SourceProfile DEFAULT = new SourceProfile("UTF-8", false, 0.05, 20, Duration.ofHours(1));

        boolean tooManyBad(int bad, int rows) {
            return bad > badRows && bad > badShare * rows;
        }
    }
}
