package se.utfall.linkage;

import java.util.Arrays;

/** The fields of the outcome record's blocks that a mapping may fill, by their path in the record. */
enum Target {
    EMPLOYED("employment.employed"),
    MAIN_STATUS("employment.mainStatus"),
    SUBSIDISED("employment.subsidised"),
    MUNICIPAL_PROGRAMME_JOB("employment.municipalProgrammeJob"),
    EMPLOYERS("employment.employers"),
    INDUSTRY("employment.industrySni2"),
    IN_STUDIES("studies.inStudies"),
    SUN_LEVEL("studies.sunLevel"),
    RECEIVED("socialAssistance.received"),
    HOUSEHOLD_AMOUNT("socialAssistance.householdAmountOre"),
    HOUSEHOLD_MEMBERS("socialAssistance.householdMembers"),
    OBSTACLE("socialAssistance.livelihoodObstacle"),
    END_REASON("socialAssistance.endReason"),
    REGISTERED("unemployment.registered"),
    CATEGORY("unemployment.jobSeekerCategory"),
    OPEN_DAYS("unemployment.openUnemployedDays"),
    PROGRAMME_DAYS("unemployment.programmeDays"),
    PROGRAMME("unemployment.programmeCode"),
    INSURANCE("unemployment.unemploymentInsuranceOre"),
    SUPPORT("unemployment.activitySupportOre"),
    EARNINGS("income.earningsOre"),
    DISPOSABLE("income.disposableOre");

    private final String path;

    Target(String path) {
        this.path = path;
    }

    static Target of(String path) {
        return Arrays.stream(values())
                .filter(t -> t.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such field in the outcome record: " + path));
    }
}
