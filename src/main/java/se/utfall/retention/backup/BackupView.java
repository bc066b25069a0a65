package se.utfall.retention.backup;

import java.util.List;

/**
 * A backup that was made or laid back.
 *
 * @param file its name
 * @param createdAt ISO 8601
 * @param schema version of the database's schema
 * @param orders whose secrets it needs
 * @param disposedSince those of them that were disposed of since, and stay so; always empty when it was just made
 * @param journalLost laid back where the hub's own broker has no journal
 */
public record BackupView(
        String file,
        String createdAt,
        String schema,
        int tables,
        long rows,
        long files,
        long bytes,
        List<String> orders,
        List<String> disposedSince,
        boolean journalLost) {}
