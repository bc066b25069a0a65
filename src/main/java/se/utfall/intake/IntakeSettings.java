package se.utfall.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * @param archive folder of sealed files
 * @param sources by name: the profile of each case system
 */
public record IntakeSettings(Path archive, Map<String, SourceProfile> sources) {
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
    }
}
