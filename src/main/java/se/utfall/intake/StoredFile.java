package se.utfall.intake;

import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.utfall.register.FactType;

/** A file in the archive, checked and waiting to be loaded; {@code done} of its {@code rows} are in the register; with {@code badWaived} however many of them are bad. */
record StoredFile(
        String id,
        String source,
        String name,
        FactType type,
        Instant extractedAt,
        boolean full,
        Charset charset,
        boolean tenDigits,
        int rows,
        int done,
        boolean badWaived) {

    /** What is remembered of a file when it comes. */
    record Incoming(
            String id,
            String source,
            String name,
            String contentHash,
            String manifestHash,
            IntakeSettings.SourceProfile profile,
            @Nullable Manifest manifest) {}
}
