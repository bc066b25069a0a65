package se.utfall.register;

import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;

/**
 * A person as known now.
 *
 * @param number the latest number; null when annulled (AS, FI)
 * @param standing of the person the key stands for now
 */
public record CurrentPerson(@Nullable PersonalNumber number, Spell.Standing standing) {}
