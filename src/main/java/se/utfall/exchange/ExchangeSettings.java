package se.utfall.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * Where packages lie, and the limits they are held to.
 *
 * @param archive folder of packages as they went and came (ciphertext)
 * @param self the hub's own name towards partners
 * @param signatureAge signatures older than this are refused
 * @param receiptWait no receipt within this time raises a task
 * @param maxBytes of the zip's plain content
 * @param maxRatio plain to compressed
 */
public record ExchangeSettings(
        Path archive,
        String self,
        Set<String> partners,
        Duration signatureAge,
        Duration receiptWait,
        long maxBytes,
        int maxRatio) {}
