package se.utfall;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Time since the JVM's start. */
final class Uptime {
    private Uptime() {}

    /** Seconds, one decimal. */
    static BigDecimal seconds() {
        long millis = ManagementFactory.getRuntimeMXBean().getUptime();
        return BigDecimal.valueOf(millis).movePointLeft(3).setScale(1, RoundingMode.HALF_UP);
    }
}
