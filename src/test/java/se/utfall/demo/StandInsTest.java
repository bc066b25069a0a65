package se.utfall.demo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who stands in for an outsider knows the contract, never the hub. */
class StandInsTest {
    private static final JavaClasses STAND_INS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("se.utfall.demo");

    @ParameterizedTest
    @ValueSource(strings = {"partner", "people", "consumer", "server"})
    void importsNothingOfTheHub(String standIn) {
        String room = "se.utfall.demo." + standIn;

        classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("se.utfall..").or(resideInAPackage(room)))
                .check(STAND_INS);
    }

    @Test
    void thePartnerNeedsOpenpgpAndJsonOnly() {
        classes()
                .that()
                .resideInAPackage("se.utfall.demo.partner")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "se.utfall.demo.partner",
                        "java..",
                        "org.bouncycastle..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.annotations")
                .check(STAND_INS);
    }

    @Test
    void theServerNeedsSshOnly() {
        noClasses()
                .that()
                .resideInAPackage("se.utfall.demo.server")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "se.utfall.demo.server", "java..", "org.apache.sshd..", "org.jspecify.annotations")
                .check(STAND_INS);
    }
}
