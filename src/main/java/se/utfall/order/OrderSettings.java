package se.utfall.order;

import java.nio.file.Path;
import java.util.Set;

/**
 * Where populations lie, and towards whom orders may go.
 *
 * @param archive folder for sealed populations and packed content
 * @param sender the hub's own name towards partners, for example AMF
 * @param partners names an order may go to
 */
public record OrderSettings(Path archive, String sender, Set<String> partners) {}
