package se.utfall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may import whom: the table of the architecture, as a test. */
class ImportTableTest {
    private static final List<String> WORDS = List.of("person", "outcome", "notice", "store");
    private static final List<String> WALK =
            List.of("intake", "order", "exchange", "linkage", "publish", "dataset", "register", "keys", "audit");

    private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

    static {
        MAY_IMPORT.put("person", List.of());
        MAY_IMPORT.put("outcome", List.of());
        MAY_IMPORT.put("store", List.of());
        MAY_IMPORT.put("disclosure", List.of());
        MAY_IMPORT.put("notice", List.of("store"));
        MAY_IMPORT.put("audit", WORDS);
        MAY_IMPORT.put("keys", and(WORDS, "audit"));
        MAY_IMPORT.put("register", and(WORDS, "keys", "audit"));
        MAY_IMPORT.put("intake", and(WORDS, "register", "keys", "audit"));
        MAY_IMPORT.put("order", and(WORDS, "register", "keys", "audit"));
        MAY_IMPORT.put("exchange", and(WORDS, "order", "keys", "audit"));
        MAY_IMPORT.put("linkage", and(WORDS, "order", "exchange", "keys", "audit"));
        MAY_IMPORT.put("publish", and(WORDS, "linkage", "audit"));
        MAY_IMPORT.put("dataset", and(WORDS, "linkage", "order", "disclosure", "keys", "audit", "register"));
        MAY_IMPORT.put("retention", and(WORDS, WALK));
        MAY_IMPORT.put("flow", and(MAY_IMPORT.get("retention"), "retention", "disclosure"));
        MAY_IMPORT.put("console", and(MAY_IMPORT.get("flow"), "flow"));
        MAY_IMPORT.put("demo", and(MAY_IMPORT.get("console"), "console"));
    }

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.utfall");

    private static List<String> and(List<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }

    private static List<String> and(List<String> some, List<String> more) {
        return and(some, more.toArray(String[]::new));
    }

    static Stream<String> rooms() {
        return MAY_IMPORT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void importsOnlyWhatTheTableAllows(String room) {
        List<String> allowed = new ArrayList<>(List.of("se.utfall." + room + ".."));
        MAY_IMPORT.get(room).forEach(r -> allowed.add("se.utfall." + r + ".."));

        noClasses()
                .that()
                .resideInAPackage("se.utfall." + room + "..")
                .should()
                .dependOnClassesThat(ofTheHouseOutside(allowed))
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void coversEveryRoom() {
        classes()
                .should()
                .resideInAnyPackage(Stream.concat(Stream.of("se.utfall"), rooms().map(r -> "se.utfall." + r + ".."))
                        .toArray(String[]::new))
                .check(HOUSE.that(DescribedPredicate.describe(
                        "ours", c -> c.getPackageName().startsWith("se.utfall"))));
    }

    @Test
    void thePersonStopsAtOrder() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "se.utfall.person..", "se.utfall.intake..", "se.utfall.register..", "se.utfall.order..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("se.utfall.person.PersonalNumber")
                .check(HOUSE);
    }

    @Test
    void onlyFlowMainAndDemoKnowCamel() {
        noClasses()
                .that()
                .resideOutsideOfPackages("se.utfall", "se.utfall.flow..", "se.utfall.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.camel..")
                .check(HOUSE);
    }

    @Test
    void noPackageIsInACycle() {
        slices().matching("se.utfall.(**)").should().beFreeOfCycles().check(HOUSE);
    }

    private static DescribedPredicate<JavaClass> ofTheHouseOutside(List<String> allowed) {
        return DescribedPredicate.describe(
                "outside " + allowed,
                c -> c.getPackageName().startsWith("se.utfall")
                        && allowed.stream().noneMatch(a -> inside(c.getPackageName(), a)));
    }

    private static boolean inside(String name, String pattern) {
        String room = pattern.substring(0, pattern.length() - 2);
        return name.equals(room) || name.startsWith(room + ".");
    }
}
