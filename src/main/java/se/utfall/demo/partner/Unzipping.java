package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads a package's zip: first the manifest, then exactly the files it lists, in its order, with the hashes and rows it says. */
final class Unzipping {
    private static final String MANIFEST = "manifest.json";
    private static final int MOST_ENTRIES = 64;
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int COUNT_AT = 10;

    private Unzipping() {}

    static PlainPackage read(byte[] zip) throws RefusedException {
        Map<String, byte[]> entries = entries(zip);
        byte[] manifest = entries.remove(MANIFEST);
        if (manifest == null) {
            throw new RefusedException("ZIP", "manifest.json ska ligga först.");
        }
        Manifest read = Manifest.read(manifest);
        requireListed(read.list("filer"), entries);
        return new PlainPackage(read, entries);
    }

    private static Map<String, byte[]> entries(byte[] zip) throws RefusedException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                boolean plain = entry.getName().matches("[A-Za-z0-9._-]{1,100}");
                boolean first = entries.isEmpty() == entry.getName().equals(MANIFEST);
                if (!plain || !first || entries.size() == MOST_ENTRIES) {
                    throw new RefusedException("ZIP", "manifest.json ska ligga först, högst 64 filer, inga mappar.");
                }
                if (entries.put(entry.getName(), in.readAllBytes()) != null) {
                    throw new RefusedException("ZIP", "samma fil finns två gånger.");
                }
            }
        } catch (IOException e) {
            throw new RefusedException("ZIP", "zip-filen går inte att läsa.");
        }
        requireDirectory(zip, entries.size());
        return entries;
    }

    /** The directory at the end must speak of as many entries as came: else something hides behind it. */
    private static void requireDirectory(byte[] zip, int entries) throws RefusedException {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_RECORD;
        if (end < 0 || bytes.getInt(end) != END_SIGNATURE || bytes.getShort(end + COUNT_AT) != entries) {
            throw new RefusedException("ZIP", "zip-filens innehållsförteckning stämmer inte.");
        }
    }

    private static void requireListed(JsonNode listed, Map<String, byte[]> entries) throws RefusedException {
        if (listed.size() != entries.size()) {
            throw new RefusedException("FILER", "manifestet och zip-filen har inte samma filer.");
        }
        int position = 0;
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            require(listed.get(position), entry.getKey(), entry.getValue());
            position++;
        }
    }

    private static void require(JsonNode listed, String name, byte[] content) throws RefusedException {
        if (!name.equals(listed.path("namn").textValue())) {
            throw new RefusedException("FILER", "manifestet och zip-filen har inte samma filer i samma ordning.");
        }
        if (!Durable.sha256(content).equals(listed.path("sha256").textValue())) {
            throw new RefusedException("HASH", name + ": innehållet har en annan sha256 än manifestet säger.");
        }
        JsonNode rows = listed.path("rader");
        if (!rows.isIntegralNumber() || rows.longValue() != rows(content)) {
            throw new RefusedException("RADER", name + ": antalet rader är ett annat än manifestet säger.");
        }
    }

    /** Data records: no value in the hub's own files can hold a line break. */
    private static long rows(byte[] content) {
        long lines = 0;
        for (byte b : content) {
            lines += b == '\n' ? 1 : 0;
        }
        boolean open = content.length > 0 && content[content.length - 1] != '\n';
        return lines + (open ? 1 : 0) - 1;
    }
}
