package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A package's content: its manifest and files agree with each other and with its name. */
final class PlainPackage {
    private final Manifest manifest;
    private final Map<String, byte[]> files;

    PlainPackage(Manifest manifest, Map<String, byte[]> files) {
        this.manifest = manifest;
        this.files = Map.copyOf(files);
    }

    Manifest manifest() {
        return manifest;
    }

    /** The only file that this kind of package holds. */
    byte[] only(String name) throws RefusedException {
        byte[] content = files.get(name);
        if (content == null || files.size() != 1) {
            throw new RefusedException("FILER", "paketet ska innehålla just filen " + name + ".");
        }
        return content;
    }

    /** Each of these files, when the package holds just them. */
    Map<String, byte[]> exactly(List<String> names) throws RefusedException {
        if (!files.keySet().equals(Set.copyOf(names))) {
            throw new RefusedException("FILER", "paketet ska innehålla just filerna " + String.join(", ", names) + ".");
        }
        return files;
    }

    long rows(String name) throws RefusedException {
        for (JsonNode file : manifest.list("filer")) {
            if (name.equals(file.path("namn").textValue())) {
                return file.path("rader").longValue();
            }
        }
        throw new RefusedException("FILER", name + " saknas i manifestet.");
    }

    boolean isEmpty() {
        return files.isEmpty();
    }
}
