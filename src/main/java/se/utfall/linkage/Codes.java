package se.utfall.linkage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.IdLike;

/**
 * The codes of one column, numbered from 0: a closed list from the mapping, or an open one that grows by each new code of the right form. Looked up by
 * bytes, so that no text is made of a code already seen. A code that looks like a personal number has no right form.
 */
final class Codes {
    static final int NONE = -1;
    private static final int MOST = 60_000;

    private final @Nullable Pattern open;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private byte[][] keys = new byte[64][];
    private int[] values = new int[64];
    private int size;

    Codes(Mapping.Column column) {
        open = column.type() == Mapping.Type.TEXT ? column.textPattern() : null;
        for (Mapping.Code code : column.codeList()) {
            byte[] bytes = code.code().getBytes(StandardCharsets.UTF_8);
            put(bytes, number(code.code()));
        }
    }

    /** The code's number, or {@link #NONE} when it is not in the closed list or has no right form. */
    int find(byte[] b, int start, int end, String file, String column) {
        int slot = slot(keys, b, start, end);
        byte[] key = keys[slot];
        if (key != null) {
            return values[slot];
        }
        return open == null ? NONE : add(Arrays.copyOfRange(b, start, end), open, file, column);
    }

    List<String> list() {
        return codes;
    }

    private int add(byte[] bytes, Pattern form, String file, String column) {
        String code = Normalizer.normalize(new String(bytes, StandardCharsets.UTF_8), Normalizer.Form.NFC);
        if (!form.matcher(code).matches() || IdLike.is(code)) {
            return NONE;
        }
        if (size >= MOST) {
            throw Refusal.of("KODLISTA", file, column);
        }
        int number = number(code);
        put(bytes, number);
        return number;
    }

    private int number(String code) {
        return numbers.computeIfAbsent(code, c -> {
            codes.add(c);
            return codes.size() - 1;
        });
    }

    private void put(byte[] key, int value) {
        if (++size * 2 > keys.length) {
            grow();
        }
        int slot = slot(keys, key, 0, key.length);
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        byte[][] oldKeys = keys;
        int[] oldValues = values;
        keys = new byte[oldKeys.length * 2][];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            byte[] key = oldKeys[i];
            if (key != null) {
                int slot = slot(keys, key, 0, key.length);
                keys[slot] = key;
                values[slot] = oldValues[i];
            }
        }
    }

    private static int slot(byte[][] keys, byte[] b, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + b[i];
        }
        int mask = keys.length - 1;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (keys[slot] != null && !Arrays.equals(keys[slot], 0, keys[slot].length, b, start, end)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
