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

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path home;

    private static Sandbox sandbox;
    private static RealController jenkins;

    @BeforeAll
    static void boot() throws Exception {
        sandbox = Sandbox.start(world(), 0);
        for (String job : List.of("review-of-12", "review-of-13")) {
            copy("jobs/" + job + "/config.xml", "jobs/" + job + "/config.xml");
        }
        copy("jobs/review-of-12/config.xml", "jobs/killed/config.xml");
        copy("jenkins.yaml", "jenkins.yaml");
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

    private static void copy(String from, String to) throws Exception {
        Path target = home.resolve(to);
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                Files.readString(ROOT.resolve("work").resolve(from))
                        .replace("http://127.0.0.1:8081", sandbox.url().toString()));
    }

    @AfterAll
    static void stop() {
        jenkins.close();
        sandbox.close();
    }

    private static void fault(String yaml) throws Exception {
        sandbox.world().apply(Operations.parse("add-fault", Yaml.node(yaml)));
    }

    @Test
    void loadsWithoutAWarningOfItsOwn() throws Exception {
        JsonNode plugins = jenkins.json("/pluginManager/api/json?tree=plugins[shortName,active,enabled]").get("plugins");
        assertThat(plugins)
                .anySatisfy(plugin -> {
                    assertThat(plugin.get("shortName").asText()).isEqualTo("itgc-deploy-gates");
                    assertThat(plugin.get("active").asBoolean()).isTrue();
                });
        assertThat(jenkins.log())
                .filteredOn(line -> line.contains("WARNING") || line.contains("SEVERE"))
                .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("itgc"));
    }

    @Test
    void passesAndRefusesAsTheWorldDeserves() throws Exception {
        jenkins.build("review-of-12");
        jenkins.build("review-of-13");
        assertThat(jenkins.result("review-of-12")).isEqualTo("SUCCESS");
        assertThat(jenkins.console("review-of-12")).contains("[itgc] PASS: review of acme/orders#12");
        assertThat(jenkins.result("review-of-13")).isEqualTo("FAILURE");
        assertThat(jenkins.console("review-of-13")).contains("bob approved, but is an author of commit");
    }

    @Test
    void judgesAgainAfterTheControllerWasKilledInTheMiddleOfAWait() throws Exception {
        fault("fault: {match: {operation: PullRequestReview}, status: 500}");
        jenkins.build("killed");
        jenkins.awaitConsole("killed", "[itgc] Waiting: GitHub answered 500");
        jenkins.kill();
        sandbox.world().apply(Operations.parse("clear-faults", Yaml.node("{}")));
        jenkins.start();
        assertThat(jenkins.result("killed")).isEqualTo("SUCCESS");
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
                .contains(sandbox.url() + "/github/api/v3");
    }

    @Test
    void stepStandsInTheSnippetGenerator() throws Exception {
        assertThat(jenkins.get("/job/review-of-12/pipeline-syntax/").body()).contains("itgcReview");
    }
}
