package se.utfall.demo.partner;

/** One person in one register. */
interface Answers {
    /** Whether the register has anything for the month. */
    boolean has(int month);

    /** The cell's text; empty or {@code .} when the register does not know. */
    String value(Variable variable, int month);

    static Answers of(Register register, Course course, boolean coordination) {
        return register == Register.BAS ? new BasAnswers(course, coordination) : new EkbAnswers(course);
    }
}
