package se.utfall.register;

import se.utfall.outcome.PersonKey;

/**
 * What is known now of a person key that was ever handed out.
 *
 * @param current the person the key stands for now: itself, or the survivor of a merge
 * @param standing the current person's
 */
public record CurrentStanding(PersonKey person, PersonKey current, Spell.Standing standing) {}
