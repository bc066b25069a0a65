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
 * @param variables by register, as ordered
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
        return new OrderTerms(variables(manifest), mode, from, to);
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
            boolean known = Register.find(register.asText()).isPresent();
            if (!known || !registers.add(register.asText())) {
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
            Register of = Register.valueOf(register);
            variables.put(of, variables(of, listed.path(register)));
        }
        return variables;
    }

    private static List<Variable> variables(Register register, JsonNode names) throws RefusedException {
        List<Variable> variables = new ArrayList<>();
        for (JsonNode name : names) {
            Variable variable = Variable.find(register, name.asText())
                    .filter(v -> !variables.contains(v))
                    .orElseThrow(() -> new RefusedException(
                            "VARIABEL", register + ": en variabel är okänd eller nämns två gånger."));
            variables.add(variable);
        }
        if (variables.isEmpty()) {
            throw new RefusedException("VARIABEL", register + ": inga variabler är beställda.");
        }
        return variables;
    }
}
