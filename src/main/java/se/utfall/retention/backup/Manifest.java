package se.utfall.retention.backup;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import se.utfall.retention.backup.BackupRefusedException.Code;

/**
 * What stands first in a backup.
 *
 * @param root what ties database and secrets
 * @param orders whose secrets it needs
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(String format, String createdAt, String schema, String root, List<String> orders) {
    static final String FORMAT = "utfall-backup/1";
    private static final ObjectMapper JSON = new ObjectMapper();

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Manifest of(String json) {
        try {
            Manifest manifest = JSON.readValue(json, Manifest.class);
            if (!FORMAT.equals(manifest.format())) {
                throw new BackupRefusedException(Code.OTHER_FILE, String.valueOf(manifest.format()));
            }
            return manifest;
        } catch (IOException e) {
            throw new BackupRefusedException(Code.OTHER_FILE, "manifest");
        }
    }
}
