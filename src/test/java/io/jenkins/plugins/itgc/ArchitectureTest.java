package io.jenkins.plugins.itgc;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import hudson.Extension;
import hudson.ExtensionPoint;
import hudson.model.Action;
import hudson.model.Describable;
import hudson.model.Descriptor;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.gates.CallsThatAppend;
import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.window.Mistakes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Serializable;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/**
 * The arrows of the house: jenkins to the gates, the gates to people and the one idea, connectors to the ports they implement,
 * and no two rooms that need each other.
 */
class ArchitectureTest {
    private static final String ROOT = "io.jenkins.plugins.itgc.";
    private static final String[] JENKINS = {
        "hudson..", "jenkins..", "org.jenkinsci..", "org.kohsuke..", "com.cloudbees..", "io.jenkins.plugins.casc.."
    };

    /** Every room. Whoever adds one says here where it stands. */
    private static final List<String> ROOMS = List.of(
            "approval",
            "audit",
            "connect",
            "connect.calendar",
            "connect.database",
            "connect.github",
            "connect.github.event",
            "connect.http",
            "connect.intake",
            "connect.jira",
            "connect.redmine",
            "connect.slack",
            "connect.sns",
            "connect.version",
            "dashboard",
            "deploy",
            "gate",
            "jenkins",
            "jenkins.bot",
            "jenkins.config",
            "jenkins.credentials",
            "jenkins.gates",
            "jenkins.slack",
            "jenkins.steps",
            "jenkins.view",
            "jenkins.watch",
            "jenkins.webhook",
            "lambda",
            "ledger",
            "ledger.attest",
            "ledger.bundle",
            "ledger.event",
            "ledger.fold",
            "ledger.projection",
            "ledger.store",
            "migration",
            "migration.sql",
            "people",
            "review",
            "review.facts",
            "review.policy",
            "review.rule",
            "slack",
            "text",
            "threads",
            "window");

    private static final Path SOURCES = sources();
    private static final Pattern OF_JENKINS = Pattern.compile(
            "^import (static )?(hudson|jenkins|org\\.jenkinsci|org\\.kohsuke|com\\.cloudbees|jakarta\\.servlet)\\.",
            Pattern.MULTILINE);

    /** What Jenkins makes by itself or from a saved file, or binds to an address. */
    private static final List<Class<?>> MADE_BY_JENKINS = List.of(
            ExtensionPoint.class,
            Describable.class,
            Descriptor.class,
            Action.class,
            StaplerProxy.class,
            Step.class,
            StepExecution.class,
            EnvironmentExpander.class,
            GateCall.class);

    /**
     * What puts together a connection or a part of a gate for all of these, what checks the fields of their forms, and what a
     * saved build brings back.
     */
    private static final List<String> COMPOSERS = Stream.of(
                    "config.FormChecks",
                    "credentials.CalendarConnection",
                    "credentials.GitHubOfBuild",
                    "credentials.Keyring",
                    "credentials.Probes",
                    "credentials.Secrets",
                    "credentials.TrackerConnections",
                    "gates.PassesOfBuild",
                    "gates.ReadChange",
                    "gates.ScriptOfBuild",
                    "steps.ApprovalForm")
            .map((ROOT + "jenkins.")::concat)
            .toList();

    /** Names that the files of saved builds hold, of this version and of those before. */
    private static final List<String> OF_SAVED_BUILDS = Stream.of(
                    "gates.ChangeParameters",
                    "steps.ApprovalCall",
                    "steps.DeployCall",
                    "steps.MigrationCall",
                    "steps.PassedGate",
                    "steps.ReviewCall",
                    "steps.SaidChange",
                    "steps.Saying",
                    "steps.Starred",
                    "steps.WindowCall")
            .map((ROOT + "jenkins.")::concat)
            .toList();

    private static final String[] GATES = {
        ROOT + "review..", ROOT + "migration..", ROOT + "approval..", ROOT + "window..", ROOT + "people.."
    };

    private static final List<Class<?>> OF_NAMES_AND_TEXT = List.of(
            Serializable.class,
            IOException.class,
            UncheckedIOException.class,
            ByteArrayOutputStream.class,
            OutputStream.class,
            StringReader.class,
            Reader.class,
            URI.class,
            FileSystem.class,
            FileSystems.class,
            InvalidPathException.class,
            Path.class,
            PathMatcher.class);

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(
                        location -> !location.contains("/testbed/controller/") && !location.contains("/controller"))
                .importPackages(ROOT.substring(0, ROOT.length() - 1));
    }

    /** The tests run in different folders below it. */
    private static Path sources() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("src/main/java/io"))) {
            folder = folder.getParent();
        }
        return folder.resolve("src/main/java");
    }

    private static String[] rooms(String... names) {
        return Arrays.stream(names).map(name -> ROOT + name).toArray(String[]::new);
    }

    @Test
    void everyRoomIsNamed() {
        TreeSet<String> found = new TreeSet<>();
        house.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT)
                        && !type.getPackageName().startsWith(ROOT + "testbed"))
                .forEach(type -> found.add(type.getPackageName().substring(ROOT.length())));
        assertThat(found).containsExactlyElementsOf(ROOMS);
    }

    @Test
    void noTwoRoomsNeedEachOther() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void theOneIdeaImportsNothing() {
        classes()
                .that()
                .resideInAPackage(ROOT + "gate..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify.annotations..", ROOT + "gate..")
                .check(house);
    }

    /** Of the libraries for it they know only what holds text and names, and what matches names. */
    private static final ArchRule NO_INPUT_OR_OUTPUT = noClasses()
            .that()
            .resideInAnyPackage(GATES)
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                            "java.net..",
                            "java.io..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.sql..",
                            "org.jdbi..")
                    .and(DescribedPredicate.not(
                            JavaClass.Predicates.belongToAnyOf(OF_NAMES_AND_TEXT.toArray(Class<?>[]::new)))));

    @Test
    void gatesDoNoInputOrOutput() {
        NO_INPUT_OR_OUTPUT.check(house);
        noClasses()
                .that()
                .resideInAnyPackage(GATES)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(
                        "connect..",
                        "jenkins..",
                        "deploy..",
                        "ledger.store..",
                        "ledger.projection..",
                        "ledger.bundle..",
                        "ledger.attest.."))
                .check(house);
    }

    /** Review and migration are judged on what was read; only answers of people are kept in the ledger as they come. */
    @Test
    void reviewAndMigrationKnowOfTheLedgerOnlyHowTheyAreKept() {
        noClasses()
                .that()
                .resideInAnyPackage(rooms("review..", "migration.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms("ledger", "ledger.fold"))
                .check(house);
    }

    @Test
    void onlyOnePlaceKnowsJenkins() {
        noClasses()
                .that()
                .resideOutsideOfPackages(rooms("jenkins..", "testbed.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JENKINS)
                .check(house);
    }

    /** How far a deploy is they do know: they tell it. */
    @Test
    void connectorsKnowPortsAndNotTheLedger() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "connect..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(rooms("ledger..", "jenkins.."))
                        .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(DeployState.class))))
                .check(house);
    }

    @Test
    void ledgerKnowsOnlyTheOneIdea() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(rooms(
                        "review..",
                        "migration..",
                        "approval..",
                        "window..",
                        "deploy..",
                        "people..",
                        "connect..",
                        "jenkins.."))
                .check(house);
    }

    private static final DescribedPredicate<JavaClass> ROOMS_OF_ENTRIES =
            JavaClass.Predicates.resideInAnyPackage(rooms("ledger", "ledger.event", "ledger.store", "testbed.."));

    /** These copy the text of a body: to the line of a bundle, and to a row from which the entry is read again. */
    private static final List<String> MOVE_BODIES = Stream.of(
                    "bundle.EntryLine", "projection.ApprovalProjector", "projection.DeployProjector")
            .map((ROOT + "ledger.")::concat)
            .toList();

    private static final ArchRule NOBODY_ELSE_SEES_BODIES = noClasses()
            .that(DescribedPredicate.not(ROOMS_OF_ENTRIES))
            .and(DescribedPredicate.describe("do not move bodies", type -> !MOVE_BODIES.contains(type.getName())))
            .should()
            .accessTargetWhere(calledOrReferred(Entry.class, "body"));

    /** Subjects are built and parsed by their types: a text that somebody puts together is a second spelling. */
    private static final ArchRule NOBODY_ELSE_LOOKS_BY_TEXT = noClasses()
            .that(DescribedPredicate.not(ROOMS_OF_ENTRIES))
            .should()
            .accessTargetWhere(calledOrReferred(Ledger.class, "filed").or(calledOrReferred(Ledger.class, "newest")));

    /** A reference to a method is a way to call it. */
    private static DescribedPredicate<JavaAccess<?>> calledOrReferred(Class<?> owner, String name) {
        return DescribedPredicate.describe(
                "is " + owner.getSimpleName() + "." + name,
                access -> access.getTarget().getName().equals(name)
                        && access.getTarget().getOwner().isAssignableTo(owner));
    }

    /** A body is written and read by its codec; to everybody else it is a record. */
    @Test
    void onlyTheEventsRoomReadsBodiesAndMakesDrafts() {
        NOBODY_ELSE_SEES_BODIES.check(house);
        NOBODY_ELSE_LOOKS_BY_TEXT.check(house);
        assertThat(MOVE_BODIES)
                .as("none is named that does not need it")
                .allMatch(name -> house.contain(name)
                        && house.get(name).getAccessesFromSelf().stream()
                                .anyMatch(calledOrReferred(Entry.class, "body")));
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ledger.projection")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml..")
                .because("the text of a body is kept there and read by its codec")
                .check(house);
        noClasses()
                .that(DescribedPredicate.not(ROOMS_OF_ENTRIES))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Draft.class)
                .check(house);
    }

    /**
     * In the room for Jenkins is only what imports Jenkins or Stapler, is bound by a page, or says in its signature that it
     * is about something that does.
     */
    @Test
    void onlyWhatNeedsJenkinsLivesInItsRoom() {
        assertThat(house.stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT + "jenkins"))
                        .filter(type -> !type.getName().endsWith(".package-info"))
                        .filter(type ->
                                outermost(type).equals(type) && !source(type).isEmpty())
                        .filter(type -> !importsJenkins(type) && !hasPages(type) && !isAboutJenkins(type))
                        .map(JavaClass::getName)
                        .filter(name -> !OF_SAVED_BUILDS.contains(name)))
                .isEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    /** Without annotations that the compiler drops, a class file would not tell. */
    private static boolean importsJenkins(JavaClass type) {
        return OF_JENKINS.matcher(source(type)).find();
    }

    private static boolean hasPages(JavaClass type) {
        return ArchitectureTest.class.getResource("/" + type.getName().replace('.', '/')) != null;
    }

    private static boolean isAboutJenkins(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE))
                .flatMap(unit -> unit.getAllInvolvedRawTypes().stream())
                .filter(named -> named.getPackageName().startsWith(ROOT + "jenkins"))
                .anyMatch(named -> !named.equals(type) && importsJenkins(named));
    }

    /** The text of a class; empty for one that is generated. */
    private static String source(JavaClass type) {
        Path file = SOURCES.resolve(outermost(type).getName().replace('.', '/') + ".java");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final DescribedPredicate<JavaAccess<?>> FETCHES =
            calledOrReferred(ItgcServices.class, "get").or(calledOrReferred(Jenkins.class, "get"));

    private static final ArchRule ONLY_COMPOSITION_FETCHES = noClasses()
            .that(DescribedPredicate.not(
                    DescribedPredicate.describe("put things together", ArchitectureTest::composes)))
            .should()
            .accessTargetWhere(FETCHES);

    /**
     * What everybody shares is fetched where things are put together: by what Jenkins itself makes, which cannot be given
     * anything, by what stands for this controller before another room, and by the few that are named. Everything else is
     * given what it needs.
     */
    @Test
    void onlyCompositionFetchesWhatIsShared() {
        ONLY_COMPOSITION_FETCHES.check(house);
        assertThat(COMPOSERS)
                .as("none is named that does not need it")
                .allMatch(name -> house.contain(name) && fetches(house.get(name)));
    }

    private static boolean composes(JavaClass type) {
        return isMadeByJenkins(type)
                || standsBeforeAnotherRoom(type)
                || COMPOSERS.contains(type.getName())
                || type.getEnclosingClass().filter(ArchitectureTest::composes).isPresent();
    }

    private static boolean fetches(JavaClass type) {
        return type.getAccessesFromSelf().stream().anyMatch(FETCHES);
    }

    private static boolean isMadeByJenkins(JavaClass type) {
        return MADE_BY_JENKINS.stream().anyMatch(type::isAssignableTo)
                || type.isAnnotatedWith(Extension.class)
                || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(POST.class) || method.isAnnotatedWith(GET.class));
    }

    private static boolean standsBeforeAnotherRoom(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .map(JavaClass::getPackageName)
                .anyMatch(port -> port.startsWith(ROOT) && !port.startsWith(ROOT + "jenkins."));
    }

    /** Where nobody knows Jenkins, the compiler knows what may be null. */
    @Test
    void roomsThatDoNotKnowJenkinsSayWhatMayBeNull() {
        assertThat(ROOMS)
                .filteredOn(room -> !room.equals("jenkins") && !room.startsWith("jenkins."))
                .filteredOn(room -> !house.getPackage(ROOT + room).isAnnotatedWith(NullMarked.class))
                .isEmpty();
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses().should().haveNameMatching(".*(Util|Utils|Manager|Helper)").check(house);
    }

    /** What guards is guarded: each mistake is found, called or referred to. */
    @Test
    void everyMistakeIsFound() {
        JavaClasses planted = new ClassFileImporter()
                .importClasses(Stream.concat(
                                Stream.of(Mistakes.class.getDeclaredClasses()),
                                Stream.of(Entry.class, Ledger.class, ItgcServices.class, Jenkins.class))
                        .toList());

        assertThat(found(NOBODY_ELSE_SEES_BODIES, planted)).containsExactly("BodyByReference", "BodyCalled");
        assertThat(found(NOBODY_ELSE_LOOKS_BY_TEXT, planted)).containsExactly("FiledByText", "NewestByText");
        assertThat(found(ONLY_COMPOSITION_FETCHES, planted))
                .containsExactly("Fetching", "FetchingByReference", "FetchingJenkinsByReference");
        assertThat(found(NO_INPUT_OR_OUTPUT, planted))
                .containsExactly("Connecting", "Opening", "ReadingFile", "ReadingPath");
    }

    private static List<String> found(ArchRule rule, JavaClasses planted) {
        String report = rule.evaluate(planted).getFailureReport().toString();
        return Stream.of(Mistakes.class.getDeclaredClasses())
                .filter(mistake -> report.contains(mistake.getName() + "."))
                .map(Class::getSimpleName)
                .sorted()
                .toList();
    }

    /** What a gate gathers, and how it is put together, comes to no append by the ways that {@link GatheringReach} follows. */
    @Test
    void whatGathersNeverAppends() {
        GatheringReach reach = new GatheringReach(house);
        assertThat(reach.begins()).hasSizeGreaterThan(8);
        assertThat(reach.reached()).hasSizeGreaterThan(300);
        assertThat(house.stream()
                        .filter(type -> type.isAssignableTo(GateCall.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getName().equals("opened"))
                        .filter(method -> !reach.reached().contains(method)))
                .isEmpty();
        assertThat(reach.appends())
                .as("appends on the ways that can be followed; what is called through a lambda made elsewhere is not")
                .isEmpty();
    }

    /** What guards is guarded: each of these is found, by the way that it hides. */
    @Test
    void anAppendBehindAnOverrideOrAReferenceIsFound() {
        JavaClasses planted = new ClassFileImporter()
                .withImportOption(
                        location -> location.contains("CallsThatAppend") || !location.contains("/test-classes/"))
                .importPackagesOf(CallsThatAppend.class, Ledger.class);
        assertThat(new GatheringReach(planted).appends())
                .extracting(way -> way.substring(0, way.indexOf('(')))
                .containsExactlyInAnyOrder(
                        CallsThatAppend.class.getName() + "$WhenOpened.opened",
                        CallsThatAppend.class.getName() + "$ByReference.opened",
                        CallsThatAppend.class.getName() + "$Written.<init>");
    }
}
