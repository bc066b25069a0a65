package se.utfall.linkage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Operation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.SourceStatus;

/** Makes outcome records of an order's slots: the same bytes whenever it is asked. */
final class RecordMaking {
    private final String order;
    private final String purpose;
    private final @Nullable String partnerReference;
    private final Anchor anchor;
    private final Identities identities;
    private final Unlinked unlinked;

    RecordMaking(
            String order,
            String purpose,
            @Nullable String partnerReference,
            Anchor anchor,
            Identities identities,
            Unlinked unlinked) {
        this.order = order;
        this.purpose = purpose;
        this.partnerReference = partnerReference;
        this.anchor = anchor;
        this.identities = identities;
        this.unlinked = unlinked;
    }

    /** What records of uncovered periods carry in place of a delivery's marks. */
    record Unlinked(Instant at, Mappings mappings, String software) {
        /** Stands where no delivery is. */
        static final String NONE = "";

        String mappingVersion(Slot slot) {
            return mappings.find(slot.register()).map(Mapping::version).orElse(NONE);
        }

        String codeSystemVersion(Slot slot) {
            return mappings.find(slot.register())
                    .map(Mapping::codeSystemVersion)
                    .orElse(NONE);
        }
    }

    /** A person's pseudonym and group, made once for all records. */
    record Who(PersonFacts facts, String pseudonym, int group) {}

    Who who(PersonFacts facts) {
        return new Who(facts, identities.pseudonym(facts.key()), identities.group(facts.key()));
    }

    OutcomeRecord record(Slot slot, Who who) {
        DeliverySource source = slot.source();
        StoredDelivery.Period period = slot.period();
        if (source == null || period == null) {
            return uncovered(slot, who);
        }
        StoredDelivery delivery = source.delivery();
        DeliverySource.Open table = source.table(period.table());
        Observing seen = Observing.of(slot, source, period, who.facts());
        return make(
                slot,
                who,
                period.recordVersion(),
                delivery.id().value(),
                period.status(),
                table.stored().extractDate(),
                seen.observation(),
                seen.values(),
                seen.flags(),
                table.mapping().codeSystemVersion(),
                delivery.linkedAt(),
                new Lineage(delivery.packageSha256(), table.stored().mappingVersion(), delivery.software()));
    }

    private OutcomeRecord uncovered(Slot slot, Who who) {
        return make(
                slot,
                who,
                0,
                Unlinked.NONE,
                SourceStatus.UNKNOWN,
                null,
                Objects.requireNonNull(slot.uncovered()),
                new BlockValues(),
                List.of(),
                unlinked.codeSystemVersion(slot),
                unlinked.at(),
                new Lineage(Unlinked.NONE, unlinked.mappingVersion(slot), unlinked.software()));
    }

    private OutcomeRecord make(
            Slot slot,
            Who who,
            int version,
            String delivery,
            SourceStatus status,
            @Nullable LocalDate extracted,
            Observation observation,
            BlockValues values,
            List<String> flags,
            String codeSystem,
            Instant producedAt,
            Lineage lineage) {
        UUID id = identities.recordId(who.facts().key(), slot.register(), slot.monthIndex());
        return new OutcomeRecord(
                id,
                version,
                Operation.UPSERT,
                null,
                purpose,
                who.pseudonym(),
                Identities.KEY_VERSION,
                order,
                partnerReference,
                delivery,
                slot.register(),
                status,
                extracted,
                slot.start(),
                slot.end(),
                anchor,
                months(slot, who.facts().anchorMonth()),
                months(slot, who.facts().exitMonth()),
                who.facts().role(),
                observation,
                values.employment(),
                values.studies(),
                values.socialAssistance(),
                values.unemployment(),
                values.income(),
                flags,
                codeSystem,
                producedAt,
                lineage);
    }

    private static @Nullable Integer months(Slot slot, int from) {
        return from == FollowUpFacts.NONE || slot.register().yearly() ? null : slot.monthIndex() - from;
    }
}
