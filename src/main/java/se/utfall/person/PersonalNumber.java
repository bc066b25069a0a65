package se.utfall.person;

/**
 * A linkable identity in canonical form: twelve digits {@code YYYYMMDDNNNC}, a personnummer or a samordningsnummer with a right check digit.
 * Made by {@link PersonalNumbers#read}. {@code toString} never shows it.
 */
public final class PersonalNumber {
    private final String digits;
    private final NumberKind kind;

    PersonalNumber(String digits, NumberKind kind) {
        this.digits = digits;
        this.kind = kind;
    }

    /** The twelve digits. For sealing, for keyed hashing and for the key file to a partner only. */
    public String digits() {
        return digits;
    }

    public NumberKind kind() {
        return kind;
    }

    /** Year in the number; may differ from the true birth year (number shortage, corrections). */
    public int birthYearInNumber() {
        return Integer.parseInt(digits.substring(0, 4));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PersonalNumber that && that.digits.equals(digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "PersonalNumber";
    }
}
