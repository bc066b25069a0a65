package se.utfall.demo.partner;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks into {@code /in}: a file is whole when it has its own name and its size and time stood still between two looks at least the settled time
 * apart. Nothing there is ever deleted or renamed.
 */
final class Inbox {
    private final Path folder;
    private final Duration still;
    private final Map<Look, Long> since = new HashMap<>();
    private final Set<Look> handled = new HashSet<>();

    Inbox(Path folder, Duration still) {
        this.folder = folder;
        this.still = still;
    }

    /** Whole files not yet handled: orders before recalls before receipts, each by sequence. */
    List<Look> whole() throws IOException {
        Map<Look, Long> before = new HashMap<>(since);
        since.clear();
        long now = System.nanoTime();
        List<Look> whole = new ArrayList<>();
        for (Look look : look()) {
            Long first = before.get(look);
            since.put(look, first == null ? now : first);
            if (first != null && now - first >= still.toNanos() && !handled.contains(look)) {
                whole.add(look);
            }
        }
        handled.retainAll(since.keySet());
        whole.sort(Comparator.comparing(Inbox::rank).thenComparing(Look::name));
        return whole;
    }

    private static int rank(Look look) {
        return PackageId.parse(look.name()).map(id -> -look(id.kind())).orElse(0);
    }

    private static int look(Kind kind) {
        return switch (kind) {
            case BESTALLNING -> 4;
            case ATERKALLELSE -> 3;
            case KVITTENS -> 2;
            case LEVERANS -> 1;
        };
    }

    /** As it looks now it needs no further look. */
    void handled(Look look) {
        handled.add(look);
    }

    /** An order package of this order lies there, seen and not yet handled. */
    boolean awaitsOrder(String order) {
        return since.keySet().stream()
                .filter(look -> !handled.contains(look))
                .flatMap(look -> PackageId.parse(look.name()).stream())
                .anyMatch(id -> id.kind() == Kind.BESTALLNING && id.order().equals(order));
    }

    private List<Look> look() throws IOException {
        List<Look> looks = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Inbox::own)) {
            for (Path file : files) {
                BasicFileAttributes seen =
                        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                if (seen.isRegularFile()) {
                    looks.add(new Look(
                            file,
                            String.valueOf(file.getFileName()),
                            seen.size(),
                            seen.lastModifiedTime().toMillis()));
                }
            }
        } catch (NoSuchFileException e) {
            // It was renamed while we looked: the next round sees it.
            return looks;
        }
        return looks;
    }

    private static boolean own(Path file) {
        return !String.valueOf(file.getFileName()).endsWith(Durable.PART);
    }
}
