package io.jenkins.plugins.itgc.testbed.scenarios.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packed plugin in a real Jenkins, with the sample home, against a sandbox. */
@EnabledIfSystemProperty(named = "itgc.jenkins.war", matches = ".+")
class RealJenkinsTest {
    private static final Path ROOT = Path.of("../..");
    private static final String EXPERIMENT = """
            repository: acme/orders
            branch: experiment
            by: carol
            commit: {id: experiment, parents: [start], author: carol, files: {try.txt: "Try"}}
            """;

    private static final List<String> FIELDS = List.of(
            "apiUri",
            "credentialsId",
            "url",
            "restVersion",
            "projects",
            "approvedStatuses",
            "managersGroup",
            "productionBranch",
            "requiredApprovals",
            "approvalLabel",
            "commitStatus",
            "publishReview",
            "migrationFiles",
            "ticketMarker",
            "robots",
            "account");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path home;

    private static Sandbox sandbox;
    private static Sandbox scanned;
    private static RealController jenkins;

    @BeforeAll
    static void boot() throws Exception {
        sandbox = Sandbox.start(world(), 0);
        scanned = Sandbox.start(world(), 0);
        copy("jobs/review-of-12/config.xml", "jobs/review-of-12/config.xml", sandbox);
        copy("jobs/review-of-13/config.xml", "jobs/review-of-13/config.xml", sandbox);
        copy("jobs/review-of-12/config.xml", "jobs/killed/config.xml", sandbox);
        copy("jobs/orders/config.xml", "jobs/orders/config.xml", scanned);
        copy("jenkins.yaml", "jenkins.yaml", sandbox);
        jenkins = new RealController(Path.of(System.getProperty("itgc.jenkins.war")), home);
        jenkins.install(
                Path.of(System.getProperty("itgc.jenkins.plugins")),
                Path.of(System.getProperty("itgc.jenkins.plugin", "../plugin/target/itgc-deploy-gates.hpi")));
        jenkins.start();
    }

    private static World world() throws Exception {
        try (InputStream in = RealJenkinsTest.class.getResourceAsStream("/worlds/demo.yaml")) {
            return World.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), ROOT);
        }
    }

    private static void copy(String from, String to, Sandbox site) throws Exception {
        Path target = home.resolve(to);
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                Files.readString(ROOT.resolve("work").resolve(from))
                        .replace("http://127.0.0.1:8081", site.url().toString()));
    }

    @AfterAll
    static void stop() throws Exception {
        jenkins.close();
        sandbox.close();
        scanned.close();
        assertNoWarningOfItsOwn();
    }

    /** Neither a warning that names the plugin, nor the trace of a failure that went through it. */
    private static void assertNoWarningOfItsOwn() throws Exception {
        assertThat(jenkins.log())
                .filteredOn(line -> line.contains("WARNING") || line.contains("SEVERE") || line.startsWith("\tat "))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("itgc"));
    }

    private static void apply(Sandbox site, String operation, String parameters) throws Exception {
        site.world().apply(Operations.parse(operation, Yaml.node(parameters)));
    }

    @Test
    void loads() throws Exception {
        JsonNode plugins = jenkins.json("/pluginManager/api/json?tree=plugins[shortName,active,enabled]")
                .get("plugins");
        assertThat(plugins).anySatisfy(plugin -> {
            assertThat(plugin.get("shortName").asText()).isEqualTo("itgc-deploy-gates");
            assertThat(plugin.get("active").asBoolean()).isTrue();
        });
    }

    @Test
    void passesAndRefusesAsTheWorldDeserves() throws Exception {
        jenkins.build("review-of-12");
        jenkins.build("review-of-13");
        assertThat(jenkins.first("review-of-12").result()).isEqualTo("SUCCESS");
        assertThat(jenkins.first("review-of-12").console()).contains("[itgc] PASS: review of acme/orders#12");
        assertThat(jenkins.first("review-of-13").result()).isEqualTo("FAILURE");
        assertThat(jenkins.first("review-of-13").console()).contains("bob approved, but is an author of commit");
    }

    /** The branch source has a GitHub of its own, so an answer about the configured one would be wrong. */
    @Test
    void scannedRepositoryIsJudgedByPullRequestAndByBranch() throws Exception {
        apply(scanned, "push-commit", EXPERIMENT);
        jenkins.build("orders");
        assertBuilt(jenkins.first("orders/job/PR-12"), "SUCCESS", "[itgc] PASS: review of acme/orders#12");
        assertBuilt(jenkins.first("orders/job/PR-13"), "FAILURE", "bob approved, but is an author of commit");
        assertBuilt(jenkins.first("orders/job/experiment"), "FAILURE", "neither of a pull request nor of master");
        // The first commit came without any pull request: review.unreviewed-commit.
        assertBuilt(
                jenkins.first("orders/job/master"), "FAILURE", "belongs to no pull request merged into this branch");

        apply(scanned, "merge-pull-request", "{repository: acme/orders, number: 12, by: bob}");
        jenkins.build("orders");
        // Nothing was deployed yet, so the step that the merge made is all there is to review.
        assertBuilt(jenkins.second("orders/job/master"), "SUCCESS", "[itgc] PASS: review of acme/orders#12");
        assertThat(scanned.world()
                        .repository("acme/orders")
                        .pullRequests()
                        .get(12)
                        .reviews())
                .anyMatch(review -> review.author().login().equals("itgc-gates"));
    }

    private static void assertBuilt(RealBuild build, String result, String text) throws Exception {
        String ended = build.result();
        assertThat(build.console()).contains(text);
        assertThat(ended).isEqualTo(result);
    }

    @Test
    void judgesAgainAfterTheControllerWasKilledInTheMiddleOfAWait() throws Exception {
        apply(sandbox, "add-fault", "fault: {match: {operation: PullRequestReview}, status: 500}");
        jenkins.build("killed");
        jenkins.first("killed").awaitConsole("[itgc] Waiting: GitHub answered 500");
        jenkins.kill();
        apply(sandbox, "clear-faults", "{}");
        jenkins.start();
        assertThat(jenkins.first("killed").result()).isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/manage/configure",
                "/job/review-of-12/pipeline-syntax/",
                "/descriptor/io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry/help/productionBranch",
                "/descriptor/io.jenkins.plugins.itgc.jenkins.steps.ItgcReviewStep/help"
            })
    void pagesOpen(String path) throws Exception {
        assertThat(jenkins.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void configurationStandsInTheForm() throws Exception {
        assertThat(jenkins.get("/manage/configure").body())
                .contains("ITGC deploy gates")
                .contains(sandbox.url() + "/github/api/v3")
                .contains(FIELDS.stream().map(name -> "name=\"_." + name + "\"").toList());
    }

    /** Values that are the defaults are left out of what is exported. */
    @Test
    void configurationIsExportedAsItWasWritten() throws Exception {
        JsonNode written = section(Files.readString(home.resolve("jenkins.yaml")));
        JsonNode exported =
                section(jenkins.post("/manage/configuration-as-code/export").body());
        assertThat(exported.get("gitHub")).isEqualTo(written.get("gitHub"));
        assertThat(exported.get("identities")).isEqualTo(written.get("identities"));
        assertThat(exported.at("/environments/0/name")).isEqualTo(written.at("/environments/0/name"));
        assertThat(exported.at("/environments/0/commitStatus").asBoolean()).isTrue();
        assertThat(written.at("/trackers/0/itgcJira").properties())
                .containsAll(exported.at("/trackers/0/itgcJira").properties());
    }

    private static JsonNode section(String yaml) throws Exception {
        return Yaml.node(yaml).at("/unclassified/itgcDeployGates");
    }

    @Test
    void stepStandsInTheSnippetGenerator() throws Exception {
        assertThat(jenkins.get("/job/review-of-12/pipeline-syntax/").body()).contains("itgcReview");
    }
}
