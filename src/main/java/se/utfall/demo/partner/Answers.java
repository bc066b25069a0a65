package se.utfall.demo.partner;

/** One person in one register. */
interface Answers {
    /** Whether the register has anything for the period, named by its first month. */
    boolean has(int month);

    /** The cell's text; empty or {@code .} when the register does not know. */
    String value(Variable variable, int month);

    static Answers of(Register register, Course course, boolean coordination) {
        return switch (register) {
            case BAS -> new BasAnswers(course, coordination);
            case LISA -> new LisaAnswers(course, coordination);
            case EKB -> new EkbAnswers(course);
            case AF -> new AfAnswers(course);
        };
    }
}
