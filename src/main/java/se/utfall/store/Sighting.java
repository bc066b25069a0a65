package se.utfall.store;

import java.time.Instant;

/** A name seen in a listing of a counterpart's folder; nothing has been fetched yet. */
public record Sighting(String source, String name, long size, Instant modified) {}
