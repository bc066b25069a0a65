package se.utfall.linkage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.utfall.outcome.SourceRegister;

/** The mappings of the registers that a partner may deliver, read from {@code schemas/delivery/}: one each; an unknown or missing field fails the start. */
public final class Mappings {
    private final Map<SourceRegister, Mapping> byRegister = new EnumMap<>(SourceRegister.class);

    private Mappings() {}

    /** Loads all mappings. */
    public static Mappings load() {
        Mappings mappings = new Mappings();
        for (SourceRegister register : SourceRegister.values()) {
            mappings.byRegister.put(
                    register, read("/schemas/delivery/" + register.name().toLowerCase(Locale.ROOT) + ".json"));
        }
        return mappings;
    }

    public Optional<Mapping> find(SourceRegister register) {
        return Optional.ofNullable(byRegister.get(register));
    }

    Mapping get(SourceRegister register) {
        return find(register).orElseThrow(() -> new IllegalStateException("no mapping for " + register));
    }

    private static Mapping read(String resource) {
        try (InputStream in = Mappings.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not in the classpath: " + resource);
            }
            return JsonMapper.builder().build().readValue(in, Mapping.class);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
