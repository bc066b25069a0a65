package se.utfall.console.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page: its language, who is logged in, and the token that forms must carry.
 *
 * @param user null before login
 */
public record Frame(Texts texts, @Nullable String user, String csrf) {}
