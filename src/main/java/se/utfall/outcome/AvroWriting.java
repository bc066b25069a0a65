package se.utfall.outcome;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;

/** Fills generic records in the order of the schema's fields. */
final class AvroWriting {
    private static final Schema ROOT = OutcomeSchema.get().schema();
    private static final Map<String, Map<String, GenericData.EnumSymbol>> SYMBOLS = symbols();

    private AvroWriting() {}

    static GenericRecord record(OutcomeRecord o) {
        Filling f = new Filling(ROOT);
        keys(f, o);
        boolean yearly = o.register().yearly();
        f.symbol("sourceRegister", o.register().source());
        f.symbol("sourceStatus", o.sourceStatus().name());
        f.put(day(o.sourceExtractDate()));
        f.symbol("periodType", yearly ? "YEAR" : "MONTH");
        f.put(day(o.periodStart()));
        f.put(day(o.periodEnd()));
        f.put(Periods.monthIndex(o.periodStart()));
        f.symbol("anchor", o.anchor().name());
        f.put(o.monthsFromAnchor());
        f.put(o.monthsSinceExit());
        f.symbol("cohortRole", o.cohortRole().name());
        f.symbol("observation", o.observation().name());
        f.put(employment(o.employment()));
        f.put(studies(o.studies()));
        f.put(assistance(o.socialAssistance()));
        f.put(unemployment(o.unemployment()));
        f.put(income(o.income()));
        f.put(flags(o.qualityFlags()));
        f.put(o.codeSystemVersion());
        f.put(o.producedAt().toEpochMilli());
        f.put(lineage(o.lineage()));
        return f.done();
    }

    private static void keys(Filling f, OutcomeRecord o) {
        f.put(o.recordId().toString());
        f.put(o.recordVersion());
        f.symbol("operation", o.operation().name());
        f.symbol("retractReason", o.retractReason());
        f.put(o.purposeId());
        f.put(o.pseudonym());
        f.put(o.pseudonymKeyVersion());
        f.put(o.orderId());
        f.code("partnerOrderRef", o.partnerOrderRef());
        f.put(o.deliveryId());
    }

    private static @Nullable GenericRecord employment(@Nullable Employment e) {
        if (e == null) {
            return null;
        }
        Filling f = new Filling(block("employment"));
        f.put(e.employed());
        f.symbol("mainStatus", e.mainStatus() == null ? null : e.mainStatus().name());
        f.put(e.subsidised());
        f.put(e.municipalProgrammeJob());
        f.put(e.employers());
        f.code("industrySni2", e.industrySni2());
        return f.done();
    }

    private static @Nullable GenericRecord studies(@Nullable Studies s) {
        if (s == null) {
            return null;
        }
        Filling f = new Filling(block("studies"));
        f.put(s.inStudies());
        f.code("sunLevel", s.sunLevel());
        return f.done();
    }

    private static @Nullable GenericRecord assistance(@Nullable SocialAssistance s) {
        if (s == null) {
            return null;
        }
        Filling f = new Filling(block("socialAssistance"));
        f.put(s.received());
        f.put(s.householdAmountOre());
        f.put(s.householdMembers());
        f.code("livelihoodObstacle", s.livelihoodObstacle());
        f.code("endReason", s.endReason());
        return f.done();
    }

    private static @Nullable GenericRecord unemployment(@Nullable Unemployment u) {
        if (u == null) {
            return null;
        }
        Filling f = new Filling(block("unemployment"));
        f.put(u.registered());
        f.code("jobSeekerCategory", u.jobSeekerCategory());
        f.put(u.openUnemployedDays());
        f.put(u.programmeDays());
        f.code("programmeCode", u.programmeCode());
        f.put(u.unemploymentInsuranceOre());
        f.put(u.activitySupportOre());
        return f.done();
    }

    private static @Nullable GenericRecord income(@Nullable Income i) {
        if (i == null) {
            return null;
        }
        Filling f = new Filling(block("income"));
        f.put(i.earningsOre());
        f.put(i.disposableOre());
        return f.done();
    }

    private static GenericRecord lineage(Lineage l) {
        Filling f = new Filling(ROOT.getField("lineage").schema());
        f.put(l.deliverySha256());
        f.put(l.mappingVersion());
        f.put(l.softwareVersion());
        return f.done();
    }

    private static List<GenericData.EnumSymbol> flags(List<String> flags) {
        List<GenericData.EnumSymbol> symbols = new ArrayList<>(flags.size());
        for (String flag : flags) {
            symbols.add(symbol("qualityFlags", flag));
        }
        return symbols;
    }

    private static @Nullable Integer day(@Nullable LocalDate date) {
        return date == null ? null : Math.toIntExact(date.toEpochDay());
    }

    private static Schema block(String field) {
        return present(ROOT.getField(field).schema());
    }

    private static GenericData.EnumSymbol symbol(String field, String name) {
        GenericData.EnumSymbol symbol =
                Objects.requireNonNull(SYMBOLS.get(field)).get(name);
        if (symbol == null) {
            throw new IllegalArgumentException("no such symbol in " + field);
        }
        return symbol;
    }

    private static Map<String, Map<String, GenericData.EnumSymbol>> symbols() {
        Map<String, Map<String, GenericData.EnumSymbol>> all = new HashMap<>();
        for (Schema.Field field : ROOT.getFields()) {
            collect(all, field);
        }
        block("employment").getFields().forEach(field -> collect(all, field));
        return Map.copyOf(all);
    }

    private static void collect(Map<String, Map<String, GenericData.EnumSymbol>> all, Schema.Field field) {
        Schema schema = present(field.schema());
        Schema type = schema.getType() == Schema.Type.ARRAY ? schema.getElementType() : schema;
        if (type.getType() == Schema.Type.ENUM) {
            Map<String, GenericData.EnumSymbol> of = new HashMap<>();
            type.getEnumSymbols().forEach(s -> of.put(s, new GenericData.EnumSymbol(type, s)));
            all.put(field.name(), of);
        }
    }

    /** The type behind {@code ["null", T]}. */
    private static Schema present(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes().get(1) : schema;
    }

    /** A generic record being filled from its first field to its last. */
    private static final class Filling {
        private final GenericData.Record record;
        private int next;

        Filling(Schema schema) {
            record = new GenericData.Record(schema);
        }

        void put(@Nullable Object value) {
            record.put(next++, value);
        }

        void symbol(String field, @Nullable String name) {
            put(name == null ? null : AvroWriting.symbol(field, name));
        }

        /** A code from outside: the last place where an id that slipped through every check is stopped. */
        void code(String field, @Nullable String value) {
            if (value != null && IdLike.is(value)) {
                throw new IllegalArgumentException("looks like a personal number: " + field);
            }
            put(value);
        }

        GenericRecord done() {
            if (next != record.getSchema().getFields().size()) {
                throw new IllegalStateException(
                        "fields of " + record.getSchema().getName());
            }
            return record;
        }
    }
}
