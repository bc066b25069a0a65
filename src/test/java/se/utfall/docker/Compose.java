package se.utfall.docker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml} as compose reads it, merge keys resolved. */
public record Compose(Map<String, Object> root) {
    static final Path FOLDER = Path.of("docker");

    public static Compose read() throws IOException {
        return new Compose(yaml(FOLDER.resolve("compose.yaml")));
    }

    public static Map<String, Object> yaml(Path file) throws IOException {
        try (Reader in = Files.newBufferedReader(file)) {
            return map(new Yaml(new SafeConstructor(new LoaderOptions())).load(in));
        }
    }

    public Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Object>> services = new LinkedHashMap<>();
        map(root.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    public Map<String, Object> service(String name) {
        return map(map(root.get("services")).get(name));
    }

    public String environment(String service, String variable) {
        return String.valueOf(map(service(service).get("environment")).get(variable));
    }

    /** Path in the service's container -> file beside compose.yaml, of its secrets and configs. */
    public Map<String, String> files(String service) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String kind : List.of("secrets", "configs")) {
            for (Object use : list(service(service).get(kind))) {
                String source = use instanceof String name ? name : String.valueOf(map(use).get("source"));
                String target = use instanceof String name ? name : String.valueOf(map(use).get("target"));
                String file =
                        String.valueOf(map(map(root.get(kind)).get(source)).get("file"));
                files.put(target.startsWith("/") ? target : "/run/secrets/" + target, file);
            }
        }
        return files;
    }

    /** Folders in the service's container that lie on a named volume. */
    public Map<String, String> volumes(String service) {
        Map<String, String> volumes = new LinkedHashMap<>();
        for (Object volume : list(service(service).get("volumes"))) {
            String[] parts = String.valueOf(volume).split(":", -1);
            volumes.put(parts[1], parts[0]);
        }
        return volumes;
    }

    /** Folders in the service's container that lie in memory, with their options. */
    public Map<String, String> tmpfs(String service) {
        Map<String, String> folders = new LinkedHashMap<>();
        for (Object folder : list(service(service).get("tmpfs"))) {
            String[] parts = String.valueOf(folder).split(":", 2);
            folders.put(parts[0], parts[1]);
        }
        return folders;
    }

    /** Megabytes of a size such as {@code 512m}, {@code 1g} or {@code 512MB}. */
    public static long megabytes(String size) {
        String text = size.toLowerCase(Locale.ROOT).replace("b", "");
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return text.endsWith("g") ? 1024 * number : number;
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    public static List<Object> list(Object value) {
        return value == null ? List.of() : new ArrayList<>((List<?>) value);
    }
}
