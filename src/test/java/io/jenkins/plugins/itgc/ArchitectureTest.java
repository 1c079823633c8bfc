package io.jenkins.plugins.itgc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The arrows of the house: jenkins to the gates, the gates to the one idea, connectors to the ports they implement. */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.itgc.";
    private static final String[] JENKINS = {
        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "io.jenkins.plugins.casc.."
    };

    private static final String[] GATES = {ROOT + "review..", ROOT + "migration..", ROOT + "window.."};

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT.substring(0, ROOT.length() - 1));
    }

    @Test
    void theOneIdeaImportsNothing() {
        classes()
                .that()
                .resideInAPackage(ROOT + "gate..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "gate..")
                .check(house);
    }

    @Test
    void gatesDoNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage(GATES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "java.sql..", "org.jdbi..", "java.nio.channels..")
                .check(house);
        noClasses()
                .that()
                .resideInAnyPackage(GATES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "connect..", ROOT + "ledger..", ROOT + "jenkins..")
                .check(house);
    }

    @Test
    void approvalDoesNoInputOrOutputAndKnowsOnlyTheOneIdea() {
        classes()
                .that()
                .resideInAPackage(ROOT + "approval..")
                .and()
                .areTopLevelClasses()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.util..",
                        "java.time..",
                        "java.security..",
                        "java.nio.charset..",
                        ROOT + "gate..",
                        ROOT + "approval..")
                .check(house);
    }

    @Test
    void onlyOnePlaceKnowsJenkins() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "jenkins..", ROOT + "testbed..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JENKINS)
                .check(house);
    }

    @Test
    void connectorsKnowPortsAndNotTheLedger() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "connect..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "ledger..", ROOT + "jenkins..")
                .check(house);
    }

    @Test
    void ledgerKnowsOnlyTheOneIdea() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "review..", ROOT + "connect..", ROOT + "jenkins..")
                .check(house);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)").check(house);
    }
}
