package se.utfall;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The house's own sources as the compiler reads them, not resolved. */
final class SourceTrees {
    private static final Path ROOT = Path.of("src/main/java/se/utfall");
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final JavacTask task;

    SourceTrees() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> files = Files.walk(ROOT)) {
            List<File> sources = files.filter(f -> f.toString().endsWith(".java"))
                    .map(Path::toFile)
                    .toList();
            task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromFiles(sources));
            task.parse().forEach(units::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JavacTask task() {
        return task;
    }

    /** Every tree of a kind, with the room it is in. */
    <T extends Tree> void each(Class<T> kind, BiConsumer<String, TreePath> consumer) {
        for (CompilationUnitTree unit : units) {
            String room = room(unit);
            new TreePathScanner<Void, Void>() {
                @Override
                public Void scan(Tree tree, Void nothing) {
                    if (kind.isInstance(tree)) {
                        consumer.accept(room, TreePath.getPath(unit, tree));
                    }
                    return super.scan(tree, null);
                }
            }.scan(unit, null);
        }
    }

    private static String room(CompilationUnitTree unit) {
        String name = unit.getPackageName().toString();
        String[] parts = name.split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }
}
