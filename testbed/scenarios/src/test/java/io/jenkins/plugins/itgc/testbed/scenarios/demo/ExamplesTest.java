package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every example that comes with the plugin is run, each in the world beside it, and so is the Jenkinsfile at the root. */
class ExamplesTest {
    private static final Path ROOT = Path.of("../..");

    @TempDir
    private Path folder;

    private final List<String> decisions = new ArrayList<>();

    private int run(Path world, String jenkinsfile) throws IOException, InterruptedException {
        DemoOptions options = DemoOptions.parse(List.of(
                "run",
                "--world",
                world.toString(),
                "--branch",
                "acme/orders:master",
                "--as",
                "rita",
                ROOT.resolve(jenkinsfile).toString()));
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        int code =
                new PipelineRun(options, new PrintStream(lines, true, StandardCharsets.UTF_8)).run(options.loadWorld());
        for (String line : lines.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode decision = new ObjectMapper().readTree(line);
            decisions.add((decision.get("kind").asText() + " "
                            + decision.get("decision").asText(""))
                    .replace("null", "")
                    .strip());
        }
        return code;
    }

    private static Path world(String example) {
        return ROOT.resolve("examples").resolve(example).resolve("world.yaml");
    }

    @ParameterizedTest
    @CsvSource({"all-gates, Jenkinsfile", "all-gates, examples/all-gates/scripted.Jenkinsfile"})
    void eachOfFourGatesIsWaitedForBetweenTheMergeAndTheDeploy(String world, String jenkinsfile) throws Exception {
        assertThat(run(world(world), jenkinsfile)).isZero();
        assertThat(decisions)
                .containsSubsequence(
                        "review.decided pass",
                        "migration.decided pass",
                        "approval.decided wait",
                        "approval.given",
                        "approval.decided pass",
                        "window.decided wait",
                        "window.decided pass",
                        "deploy.decided pass",
                        "deploy.started",
                        "deploy.succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "migration, Jenkinsfile, migration.decided pass",
        "windows, Jenkinsfile, window.decided pass",
        "windows, scripted.Jenkinsfile, window.decided pass"
    })
    void anExampleOfOneGateDeploys(String example, String jenkinsfile, String passed) throws Exception {
        assertThat(run(world(example), "examples/" + example + "/" + jenkinsfile))
                .isZero();
        assertThat(decisions).containsSubsequence("review.decided pass", passed, "deploy.succeeded");
    }

    @Test
    void theScriptedExampleOfMigrationsDeploysOnceTheyAreApplied() throws Exception {
        Path applied = changed("migration", "migrated: start", "migrated: master");
        assertThat(run(applied, "examples/migration/scripted.Jenkinsfile")).isZero();
        assertThat(decisions).containsSubsequence("migration.decided pass", "deploy.succeeded");
    }

    @Test
    void theScriptedExamplesDoNotDeployOtherwise() throws Exception {
        assertThat(run(world("migration"), "examples/migration/scripted.Jenkinsfile"))
                .isEqualTo(1);
        Path closed = changed("windows", "Deploy window", "Something else");
        assertThat(run(closed, "examples/windows/scripted.Jenkinsfile")).isEqualTo(1);
        assertThat(decisions)
                .contains("migration.decided refuse", "window.decided refuse")
                .doesNotContain("deploy.started");
    }

    private Path changed(String example, String from, String to) throws IOException {
        String text = Files.readString(world(example));
        assertThat(text).contains(from);
        return Files.writeString(folder.resolve("world.yaml"), text.replace(from, to));
    }

    /** A new example in these folders wants a test here. */
    @Test
    void thereAreNoOtherExamples() throws IOException {
        for (String example : List.of("all-gates", "migration", "windows")) {
            try (Stream<Path> files = Files.list(ROOT.resolve("examples").resolve(example))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .isSubsetOf("Jenkinsfile", "scripted.Jenkinsfile", "world.yaml");
            }
        }
    }
}
