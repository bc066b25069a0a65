package se.utfall.register;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;

/**
 * How the facts of one type are kept: which table, which columns after those that all begin with, and which values.
 *
 * @param columns those of the type's own
 * @param content the columns' values in order: texts, whole numbers, days since 1970 and 0 or 1
 * @param reference null where rows refer to no others
 * @param keyColumn the column of the file that holds the row's id, for people
 */
record FactTable<F extends Fact>(
        FactType type,
        Class<F> kind,
        String name,
        String keyColumn,
        List<String> columns,
        Part<F, PersonalNumber> number,
        Content<F> content,
        @Nullable Reference<F> reference) {

    /** One part of a fact. */
    @FunctionalInterface
    interface Part<F, T> {
        @Nullable T of(F fact);
    }

    /** All of a fact's own values. */
    @FunctionalInterface
    interface Content<F> {
        @Nullable Object[] of(F fact);
    }

    /**
     * The row of another type that rows refer to.
     *
     * @param to whose key it is
     * @param column the table's column that holds it
     * @param fileColumn the file's column of that name, for people
     */
    record Reference<F>(FactType to, String column, String fileColumn, Part<F, String> id) {}

    /** The row's key as it is stored: never with a number in it. */
    String key(F fact, Identities identities) {
        return type == FactType.AVREGISTRERING ? identities.rowKey(fact) : fact.key();
    }

    /** Whether rows say how a person stands. */
    boolean standing() {
        return type == FactType.INSKRIVNING || type == FactType.AVSLUT || type == FactType.AVREGISTRERING;
    }

    @Nullable String referenceOf(F fact) {
        return reference == null ? null : reference.id().of(fact);
    }
}
