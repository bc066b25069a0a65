package se.utfall.register;

import se.utfall.person.PersonalNumber;

/** A person as known now: the latest number and the standing; {@code mergedInto} says whether another person's key took over. */
public record CurrentPerson(PersonalNumber number, Spell.Standing standing) {}
