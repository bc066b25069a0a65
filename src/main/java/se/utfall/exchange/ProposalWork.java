package se.utfall.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.order.OrderId;
import se.utfall.order.ProposedOrder;

/**
 * An order that a partner asks for: it becomes a draft for people to judge, never more. GODKAND answers that it lies there; what people make of it the partner learns
 * from the hub's own order.
 */
final class ProposalWork implements Opening.Work<ProposedOrder> {
    private static final Logger LOG = LoggerFactory.getLogger(ProposalWork.class);
    private static final int LONGEST_TEXT = 4_000;
    private static final int MOST_NAMES = 500;
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-zÅÄÖåäö_.-]{1,40}");
    /** Ten or twelve digits that could be somebody. */
    private static final Pattern PERSON = Pattern.compile("(?<![0-9])([0-9]{2})?[0-9]{6}[-+ ]?[0-9]{4}(?![0-9])");

    private final House house;

    ProposalWork(House house) {
        this.house = house;
    }

    @Override
    public ProposedOrder read(OpenedPackage opened) {
        JsonNode manifest = opened.manifest();
        if (!manifest.path("filer").isEmpty()) {
            throw Fault.MANIFEST_FEL.refusal("filer");
        }
        ReceivedPackage received = opened.received();
        JsonNode period = object(manifest, "period");
        YearMonth from = month(period, "fran");
        YearMonth to = month(period, "till");
        if (to.isBefore(from)) {
            throw Fault.MANIFEST_FEL.refusal("period");
        }
        JsonNode population = object(manifest, "population");
        return new ProposedOrder(
                received.partner(),
                received.name().order(),
                received.name().sequence(),
                received.sha256(),
                words(manifest, "andamal"),
                words(manifest, "beslut"),
                variables(manifest.path("variabler")),
                from,
                to,
                words(population, "text"),
                block(population.path("block")));
    }

    @Override
    public void commit(Handle handle, ReceivedPackage received, ProposedOrder proposed) {
        OrderId draft = house.orders().proposed(handle, proposed);
        house.receipts().prepare(handle, received, "GODKAND", "");
        LOG.info("package {} became draft {}", received.name().fileName(), draft);
    }

    @Override
    public void discard(ProposedOrder proposed) {
        // nothing was made
    }

    private static String words(JsonNode object, String field) {
        String text = PackageManifest.text(object, field).strip();
        if (text.isEmpty() || text.length() > LONGEST_TEXT) {
            throw Fault.MANIFEST_FEL.refusal(field);
        }
        return nobody(text, field);
    }

    /** People will read it on a page: nobody's number may stand there. */
    private static String nobody(String text, String field) {
        if (PERSON.matcher(text).find()) {
            throw Fault.PERSONUPPGIFT.refusal(field);
        }
        return text;
    }

    private static @Nullable String block(JsonNode block) {
        if (block.isMissingNode() || block.isNull()) {
            return null;
        }
        String text = block.isTextual() ? block.textValue() : block.toString();
        if (text.length() > LONGEST_TEXT) {
            throw Fault.MANIFEST_FEL.refusal("population.block");
        }
        return nobody(text, "population.block");
    }

    private static Map<String, List<String>> variables(JsonNode variables) {
        if (!variables.isObject()) {
            throw Fault.MANIFEST_FEL.refusal("variabler");
        }
        Map<String, List<String>> named = new LinkedHashMap<>();
        variables.properties().forEach(field -> named.put(name(field.getKey()), names(field.getValue())));
        if (named.values().stream().mapToInt(List::size).sum() > MOST_NAMES) {
            throw Fault.MANIFEST_FEL.refusal("variabler");
        }
        return named;
    }

    private static List<String> names(JsonNode listed) {
        if (!listed.isArray()) {
            throw Fault.MANIFEST_FEL.refusal("variabler");
        }
        List<String> names = new ArrayList<>();
        listed.forEach(name -> names.add(name(name.asText())));
        return names;
    }

    private static String name(String text) {
        if (!NAME.matcher(text).matches()) {
            throw Fault.MANIFEST_FEL.refusal("variabler");
        }
        return nobody(text, "variabler");
    }

    private static JsonNode object(JsonNode manifest, String field) {
        JsonNode value = manifest.path(field);
        if (!value.isObject()) {
            throw Fault.MANIFEST_FEL.refusal(field);
        }
        return value;
    }

    private static YearMonth month(JsonNode period, String field) {
        try {
            return YearMonth.parse(PackageManifest.text(period, field));
        } catch (DateTimeException e) {
            throw Fault.MANIFEST_FEL.refusal("period." + field);
        }
    }
}
