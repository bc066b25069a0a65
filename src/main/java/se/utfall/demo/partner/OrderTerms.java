package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an order asks for.
 *
 * @param variables of the registers kept here, as ordered
 * @param from first month, as {@link Months} counts
 */
record OrderTerms(Map<Register, List<Variable>> variables, Mode mode, int from, int to) {

    /** How the hub wants its answer. */
    enum Mode {
        FIL,
        MONA,
        IFAU
    }

    /** Checks all that contract 2 says of an order's own fields. */
    static OrderTerms of(Manifest manifest, LocalDate today) throws RefusedException {
        manifest.words("andamal");
        manifest.words("beslut");
        if (manifest.date("gallras").isBefore(today)) {
            throw new RefusedException("GALLRAS", "gallringsdatum har passerat.");
        }
        int from = Months.of(manifest.month("period", "fran"));
        int to = Months.of(manifest.month("period", "till"));
        if (to < from) {
            throw new RefusedException("PERIOD", "perioden slutar innan den börjar.");
        }
        Mode mode = mode(manifest.text("leveranssatt"));
        Map<Register, List<Variable>> variables = variables(manifest);
        if (mode == Mode.FIL && variables.isEmpty()) {
            throw new RefusedException("REGISTER", "inget av de beställda registren finns här.");
        }
        return new OrderTerms(variables, mode, from, to);
    }

    private static Mode mode(String word) throws RefusedException {
        for (Mode mode : Mode.values()) {
            if (mode.name().equals(word)) {
                return mode;
            }
        }
        throw new RefusedException("LEVERANSSATT", "leveranssatt ska vara FIL, MONA eller IFAU.");
    }

    private static Map<Register, List<Variable>> variables(Manifest manifest) throws RefusedException {
        Set<String> registers = new HashSet<>();
        for (JsonNode register : manifest.list("register")) {
            if (!Catalogue.hasRegister(register.asText()) || !registers.add(register.asText())) {
                throw new RefusedException("REGISTER", "register är okänt eller nämns två gånger.");
            }
        }
        JsonNode listed = manifest.object("variabler");
        Set<String> named = new HashSet<>();
        listed.fieldNames().forEachRemaining(named::add);
        if (registers.isEmpty() || !named.equals(registers)) {
            throw new RefusedException("REGISTER", "register och variabler stämmer inte överens.");
        }
        Map<Register, List<Variable>> variables = new EnumMap<>(Register.class);
        for (String register : registers) {
            List<Variable> kept = variables(register, listed.path(register));
            if (Catalogue.kept(register)) {
                variables.put(Register.valueOf(register), kept);
            }
        }
        return variables;
    }

    private static List<Variable> variables(String register, JsonNode names) throws RefusedException {
        Set<String> seen = new HashSet<>();
        List<Variable> kept = new ArrayList<>();
        for (JsonNode name : names) {
            if (!Catalogue.has(register, name.asText()) || !seen.add(name.asText())) {
                throw new RefusedException("VARIABEL", register + ": en variabel är okänd eller nämns två gånger.");
            }
            if (Catalogue.kept(register)) {
                Variable.find(Register.valueOf(register), name.asText()).ifPresent(kept::add);
            }
        }
        if (seen.isEmpty()) {
            throw new RefusedException("VARIABEL", register + ": inga variabler är beställda.");
        }
        return kept;
    }
}
