package se.utfall.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** A package's way as the tables {@code package_} and {@code receipt} hold it. */
final class JdbcSteps {
    private JdbcSteps() {}

    static List<PackageStep> list(Handle handle, String packageId) {
        List<PackageStep> steps = new ArrayList<>();
        handle.createQuery("SELECT direction, state, code, taken_at, sent_at, settled_at FROM package_"
                        + " WHERE package_id = :id")
                .bind("id", packageId)
                .map((rs, c) -> steps.addAll(ofPackage(rs)))
                .list();
        handle.createQuery("SELECT made_at, status, reason FROM receipt WHERE package_id = :id")
                .bind("id", packageId)
                .map((rs, c) -> steps.add(new PackageStep(
                        Instant.ofEpochMilli(rs.getLong(1)),
                        "RECEIPT",
                        joined(rs.getString(2), code(rs.getString(3))))))
                .list();
        steps.sort(Comparator.comparing(PackageStep::at));
        return steps;
    }

    private static List<PackageStep> ofPackage(ResultSet rs) throws SQLException {
        List<PackageStep> steps = new ArrayList<>();
        boolean out = rs.getString("direction").equals("OUT");
        String state = rs.getString("state");
        steps.add(new PackageStep(at(rs, "taken_at"), out ? "SEALED" : "RECEIVED", ""));
        if (rs.getObject("sent_at") != null) {
            steps.add(new PackageStep(at(rs, "sent_at"), "SENT", ""));
        }
        if (rs.getObject("settled_at") != null) {
            steps.add(new PackageStep(at(rs, "settled_at"), state, code(String.valueOf(rs.getString("code")))));
        }
        return steps;
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return Instant.ofEpochMilli(rs.getLong(column));
    }

    /** Of {@code CODE: text} the code only. */
    private static String code(String reason) {
        int colon = reason.indexOf(':');
        String code = colon < 0 ? reason : reason.substring(0, colon);
        return code.matches("[A-Z][A-Z0-9_]{0,39}") ? code : "";
    }

    private static String joined(String status, String code) {
        return code.isEmpty() ? status : status + " " + code;
    }
}
