package se.utfall.dataset;

import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.outcome.OutcomeSchema;

/** A field of the outcome record's schema by its path ({@code employment.employed}): type, symbols, and the way to its value. */
final class SchemaPath {
    private final int[] positions;
    private final String field;
    private final Schema type;

    private SchemaPath(int[] positions, String field, Schema type) {
        this.positions = positions;
        this.field = field;
        this.type = type;
    }

    static SchemaPath of(String path) {
        String[] names = path.split("\\.", -1);
        int[] positions = new int[names.length];
        Schema type = OutcomeSchema.get().schema();
        for (int i = 0; i < names.length; i++) {
            Schema.Field field = type.getField(names[i]);
            if (field == null) {
                throw new IllegalArgumentException("no such field in the outcome record: " + path);
            }
            positions[i] = field.pos();
            type = present(field.schema());
        }
        return new SchemaPath(positions, names[names.length - 1], type);
    }

    private static Schema present(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(s -> s.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    /** The field's name with words parted by {@code _}: programs that do not tell capitals read it the same. */
    String column() {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    ColumnType columnType() {
        return switch (type.getType()) {
            case BOOLEAN, INT -> ColumnType.INTEGER;
            case LONG -> ColumnType.BIGINT;
            case STRING, ENUM -> ColumnType.VARCHAR;
            default -> throw new IllegalArgumentException("no column can hold " + field);
        };
    }

    boolean isFlag() {
        return type.getType() == Schema.Type.BOOLEAN;
    }

    boolean isEnum() {
        return type.getType() == Schema.Type.ENUM;
    }

    /** An amount in ore is named so. */
    boolean isOre() {
        return field.endsWith("Ore");
    }

    /** The symbols of an enum, labelled from the bundle ({@code code.<field>.<symbol>}). */
    List<Code> symbols() {
        return type.getEnumSymbols().stream().map(this::code).toList();
    }

    /** Those of the enum in a list, as {@link #symbols}. */
    List<Code> elementSymbols() {
        return type.getElementType().getEnumSymbols().stream().map(this::code).toList();
    }

    private Code code(String symbol) {
        return new Code(symbol, Words.of("code." + field + "." + symbol));
    }

    /** The value as the column holds it: texts, whole numbers, 0 and 1 for flags; null when it or a block around it is null. */
    @Nullable Object value(GenericRecord of) {
        Object value = of;
        for (int position : positions) {
            if (value == null) {
                return null;
            }
            value = ((GenericRecord) value).get(position);
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        return value == null || value instanceof Number ? value : value.toString();
    }
}
