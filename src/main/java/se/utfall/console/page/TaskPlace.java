package se.utfall.console.page;

import java.util.Set;
import se.utfall.notice.Task;

/**
 * Where a task is dealt with, and how it is closed.
 *
 * @param path of the page that shows what it is about
 */
public record TaskPlace(String path, Closing closing) {
    private static final Set<String> DECISIONS = Set.of("FIL_UNDANLAGD", "NAMN_UPPTAGET", "FULL_INGET_BORTTAGET");
    /** The hub holds the delivery back until these are mended and it was started again; closed by hand they would only be hidden. */
    private static final Set<String> HELD_BACK =
            Set.of("RECORD_COUNT_DIFFERS", "FIELD_LOOKS_LIKE_A_NUMBER", "RECORD_OF_ANOTHER_DELIVERY");

    /** What closes it. */
    public enum Closing {
        BY_HAND,
        BY_FILE,
        BY_ITSELF
    }

    public static TaskPlace of(Task task) {
        return new TaskPlace(path(task), closing(task));
    }

    private static Closing closing(Task task) {
        if (task.room().equals("intake") && DECISIONS.contains(task.code())) {
            return Closing.BY_FILE;
        }
        boolean held = task.room().equals("publish") && HELD_BACK.contains(task.code());
        return held ? Closing.BY_ITSELF : Closing.BY_HAND;
    }

    private static String path(Task task) {
        String subject = task.subject().matches("[A-Za-z0-9._/ -]{1,200}") ? task.subject() : "";
        return switch (task.room()) {
            case "intake" ->
                switch (task.code()) {
                    case "NAMN_SIFFROR" -> "/partners";
                    case "KODLISTA_FEL" -> "/routes#r-intake-codes";
                    default -> "/find?q=" + subject.substring(subject.indexOf('/') + 1);
                };
            case "order" -> "/orders#o-" + subject;
            case "exchange" -> exchange(task.code(), subject);
            case "linkage", "publish" -> "/deliveries#d-" + subject;
            case "dataset" -> "/datasets";
            case "flow" -> task.code().equals("ROUTE_FAILS") ? "/routes#r-" + subject : "/partners";
            default -> "/";
        };
    }

    private static String exchange(String code, String subject) {
        return switch (code) {
            case "PARTNER_KEY", "OWN_KEY", "ODD_NAME" -> "/partners";
            case "RECIPIENT_CHANGED" -> "/orders#o-" + subject;
            default -> "/find?q=" + subject.split(" ", 2)[0];
        };
    }
}
