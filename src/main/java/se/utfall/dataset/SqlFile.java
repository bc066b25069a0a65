package se.utfall.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A query as it lies in {@code sql/}: standard SQL that also runs on Spark. */
record SqlFile(String name, String text) {
    static final SqlFile OUTCOMES = read("outcomes.sql");
    static final SqlFile FUNNEL = read("linkage-funnel.sql");
    /** A view that the panels' queries read. */
    static final SqlFile PARTICIPANTS = read("participants.sql");

    static final SqlFile LABOUR_MARKET = read("labour-market.sql");
    static final SqlFile ECONOMIC_ASSISTANCE = read("economic-assistance.sql");
    static final SqlFile JOB_SEEKERS = read("job-seekers.sql");

    private static SqlFile read(String name) {
        try (InputStream in = SqlFile.class.getResourceAsStream("sql/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the classpath: " + name);
            }
            return new SqlFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
