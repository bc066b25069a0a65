package se.utfall.demo.partner;

import java.util.List;
import se.utfall.demo.partner.Dice.Purpose;

/** Labour-market status by month: after an ended municipal job more and more work, some study, some come back. */
final class BasAnswers implements Answers {
    static final String EMPLOYED = "1";
    static final String UNEMPLOYED = "2";
    static final String STUDENT = "3";
    private static final String PENSIONER = "4";
    private static final String SICK = "5";
    private static final String OTHER = "6";
    private static final List<String> INDUSTRIES =
            List.of("47", "49", "53", "56", "78", "80", "81", "85", "86", "87", "88", "96");
    private static final String MUNICIPALITY = "84";

    private final Course course;
    private final Dice dice;
    private final boolean absent;

    BasAnswers(Course course, boolean coordination) {
        this.course = course;
        this.dice = course.dice();
        this.absent = coordination && dice.perMille(500, Purpose.ABSENCE, 1);
    }

    @Override
    public boolean has(int month) {
        return !absent && course.known(month);
    }

    @Override
    public String value(Variable variable, int month) {
        if (dice.perMille(4, Purpose.MISSING, month)) {
            return missing(month);
        }
        boolean works = EMPLOYED.equals(status(month));
        return switch (variable) {
            case SYSS_STAT -> status(month);
            case KOMMUNAL_INSATS -> course.inProgramme(month) ? "J" : "N";
            case SUBV -> works && subsidised(month) ? "J" : "N";
            case ANTAL_ARBETSGIVARE -> works ? employers(month) : "0";
            case SNI2 -> works ? industry(month) : missing(month);
            default -> throw new IllegalArgumentException(variable.name());
        };
    }

    /** As it was, whether or not the register knows. */
    String status(int month) {
        if (course.inProgramme(month)) {
            return EMPLOYED;
        }
        if (course.pensioner(month)) {
            return PENSIONER;
        }
        return course.after(month) > 0 ? statusAfter(course.after(month), month) : statusBefore(month);
    }

    private String statusBefore(int month) {
        int thrown = dice.below(100, Purpose.STATUS, halfYear(month));
        if (thrown < 68) {
            return UNEMPLOYED;
        }
        if (thrown < 78) {
            return EMPLOYED;
        }
        return thrown < 84 ? STUDENT : thrown < 90 ? SICK : OTHER;
    }

    private String statusAfter(int months, int month) {
        boolean arrived = months >= course.delay();
        return switch (course.way()) {
            case WORK -> arrived ? mostly(EMPLOYED, UNEMPLOYED, 93, month) : UNEMPLOYED;
            case STUDIES -> arrived ? studies(months - course.delay(), month) : UNEMPLOYED;
            case SICK -> mostly(SICK, UNEMPLOYED, 80, month);
            case AGAIN -> mostly(UNEMPLOYED, OTHER, 85, month);
            case OUTSIDE -> mostly(mostly(UNEMPLOYED, OTHER, 60, 0), EMPLOYED, 91, month);
        };
    }

    private String studies(int months, int month) {
        return months < course.length() ? STUDENT : mostly(EMPLOYED, UNEMPLOYED, 65, month);
    }

    private String mostly(String usual, String sometimes, int percent, int month) {
        return dice.below(100, Purpose.STATUS, quarter(month)) < percent ? usual : sometimes;
    }

    private boolean subsidised(int month) {
        boolean early = course.after(month) <= course.delay() + 12;
        return course.inProgramme(month) || (early && dice.perMille(250, Purpose.SUBSIDY, 0));
    }

    private String employers(int month) {
        return dice.perMille(60, Purpose.EMPLOYERS, month) ? "2" : "1";
    }

    private String industry(int month) {
        return course.inProgramme(month) ? MUNICIPALITY : dice.pick(INDUSTRIES, Purpose.INDUSTRY, halfYear(month));
    }

    private static String missing(int month) {
        return month % 2 == 0 ? "" : ".";
    }

    private static int quarter(int month) {
        return Math.floorDiv(month, 3);
    }

    private static int halfYear(int month) {
        return Math.floorDiv(month, 6);
    }
}
