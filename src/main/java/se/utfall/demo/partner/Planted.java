package se.utfall.demo.partner;

import java.util.List;
import java.util.Map;

/**
 * How many rows a delivery holds that must not be linked, by the first reason that holds (contract 2): counts, to be compared with the hub's ledger. Rows
 * of persons recalled before the hub links the delivery are not foreseen here.
 */
public record Planted(String delivery, List<InTable> tables) {
    /** Reasons, as the contract names them. */
    public enum Reason {
        FALT,
        OKANT_LOPNR,
        PERIOD,
        ATERPNR,
        OGILTIGT_VARDE,
        DUBBLETT
    }

    /**
     * One table.
     *
     * @param rows data records, planted ones included
     */
    public record InTable(
            String file,
            String register,
            String status,
            String from,
            String to,
            long rows,
            Map<Reason, Long> setAside) {
        /** Rows that the hub can link. */
        public long linkable() {
            return rows - setAside.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
