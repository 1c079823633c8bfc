package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One pipeline against a world, without a browser. */
class PipelineRunTest {
    private static final String WORLD = "src/main/resources/worlds/demo.yaml";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream decisions = new ByteArrayOutputStream();

    private int run(String script) throws IOException, InterruptedException {
        Path jenkinsfile = Files.writeString(folder.resolve("Jenkinsfile"), script);
        DemoOptions options = DemoOptions.parse(List.of("run", "--world", WORLD, jenkinsfile.toString()));
        PrintStream out = new PrintStream(decisions, true, StandardCharsets.UTF_8);
        return new PipelineRun(options, out).run(options.loadWorld());
    }

    private JsonNode onlyDecision() throws IOException {
        List<String> lines = decisions.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        return new ObjectMapper().readTree(lines.get(0));
    }

    @Test
    void passingChangeEndsWithZeroAndItsDecision() throws Exception {
        assertThat(run("itgcReview repository: 'acme/orders', pullRequest: 12")).isZero();
        assertThat(onlyDecision().get("decision").asText()).isEqualTo("pass");
    }

    @Test
    void refusedChangeEndsWithOneAndItsFindings() throws Exception {
        assertThat(run("itgcReview repository: 'acme/orders', pullRequest: 13")).isEqualTo(1);
        JsonNode decision = onlyDecision();
        assertThat(decision.get("decision").asText()).isEqualTo("refuse");
        assertThat(decision.get("explanation").findValuesAsText("code")).contains("review.contributor-approval");
    }

    @Test
    void brokenPipelineEndsWithOneAndDecidesNothing() throws Exception {
        assertThat(run("itgcReview(")).isEqualTo(1);
        assertThat(decisions.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of("run", "Jenkinsfile")))
                .hasMessageContaining("--world");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--port", "0"))).hasMessageContaining("\"0\" is no port");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--fast"))).hasMessageContaining("--fast");
        assertThatThrownBy(() ->
                        DemoOptions.parse(List.of("--world", "nowhere.yaml")).loadWorld())
                .hasMessageContaining("nowhere.yaml");
    }
}
