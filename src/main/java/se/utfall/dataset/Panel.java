package se.utfall.dataset;

import java.util.List;
import se.utfall.outcome.SourceRegister;

/**
 * What one register says of the participants 3, 6, 12 and 24 months after their event, as its query counts it.
 *
 * @param properties states of the base that are counted, they exclude one another; the others of the base are its rest
 * @param columns the query needs them
 */
record Panel(SourceRegister register, SqlFile query, List<String> properties, List<String> columns) {
    static final List<String> MONTHS = List.of("3", "6", "12", "24");
    static final String WORKING_OR_STUDYING = "WORKING_OR_STUDYING";
    static final String UNEMPLOYED = "UNEMPLOYED";
    static final String RECEIVING_ASSISTANCE = "RECEIVING_ASSISTANCE";
    static final String OPENLY_UNEMPLOYED = "OPENLY_UNEMPLOYED";
    static final String IN_PROGRAMME = "IN_PROGRAMME";

    static final Panel LABOUR_MARKET = new Panel(
            SourceRegister.BAS,
            SqlFile.LABOUR_MARKET,
            List.of(WORKING_OR_STUDYING, UNEMPLOYED),
            List.of("main_status", "employed", "in_studies"));
    static final Panel ASSISTANCE = new Panel(
            SourceRegister.EKB, SqlFile.ECONOMIC_ASSISTANCE, List.of(RECEIVING_ASSISTANCE), List.of("received"));
    static final Panel JOB_SEEKERS = new Panel(
            SourceRegister.AF,
            SqlFile.JOB_SEEKERS,
            List.of(OPENLY_UNEMPLOYED, IN_PROGRAMME),
            List.of("open_unemployed_days", "programme_days"));
    static final List<Panel> ALL = List.of(LABOUR_MARKET, ASSISTANCE, JOB_SEEKERS);

    /** Whether the order asked for what the query needs. */
    boolean ordered(Variables variables) {
        return columns.stream().allMatch(column -> variables.has(register, column));
    }
}
