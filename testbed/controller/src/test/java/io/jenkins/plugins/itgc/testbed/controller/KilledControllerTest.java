package io.jenkins.plugins.itgc.testbed.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class KilledControllerTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Process start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String open : List.of("lang", "io", "util", "util.concurrent", "text", "net", "lang.reflect")) {
            command.addAll(List.of("--add-opens", "java.base/java." + open + "=ALL-UNNAMED"));
        }
        command.addAll(List.of(
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ControllerMain.class.getName(),
                "--home",
                folder.resolve("home").toString(),
                "--port",
                "0"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private void awaitText(Path file, String text) {
        await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> assertThat(Files.readString(file))
                .contains(text));
    }

    @Test
    void goesOnAfterBeingKilledInTheMiddleOfAWait() throws Exception {
        Path job = folder.resolve("home/jobs/wait");
        Files.createDirectories(job.resolve("builds"));
        Files.writeString(job.resolve("config.xml"), """
                <?xml version='1.1' encoding='UTF-8'?>
                <flow-definition plugin="workflow-job@1">
                  <definition class="org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition">
                    <script>def kept = 'before'
                stage('Wait') { echo 'waiting'; input id: 'go', message: 'Go on?'; echo "after, ${kept}" }</script>
                    <sandbox>true</sandbox>
                  </definition>
                </flow-definition>
                """.stripLeading());
        Path log = job.resolve("builds/1/log");

        Process first = start();
        awaitText(folder.resolve("out"), "running at");
        post("job/wait/build");
        awaitText(log, "waiting");
        awaitText(log, "Go on?");
        await().atMost(LIMIT).until(() -> Files.exists(job.resolve("builds/1/program.dat")));
        first.destroyForcibly().waitFor();
        assertThat(Files.readString(log)).doesNotContain("after");

        Process second = start();
        try {
            awaitText(folder.resolve("out"), "running at");
            awaitText(log, "Resuming build");
            post("job/wait/1/input/Go/proceedEmpty");
            awaitText(log, "Finished: SUCCESS");
            assertThat(Files.readString(log)).contains("Resuming build", "after, before");
        } finally {
            second.destroy();
            assertThat(second.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void post(String path) throws Exception {
        String address = Files.readString(folder.resolve("out")).replaceAll("(?s).*running at (\\S+).*", "$1");
        var client = java.net.http.HttpClient.newBuilder()
                .cookieHandler(new java.net.CookieManager())
                .build();
        var crumb = client.send(
                java.net.http.HttpRequest.newBuilder(java.net.URI.create(address + "crumbIssuer/api/json"))
                        .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString());
        var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(address + path))
                .header("Jenkins-Crumb", crumb.body().replaceAll(".*\"crumb\":\"([0-9a-f]+)\".*", "$1"))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(request, java.net.http.HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(302);
    }
}
