package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.testbed.controller.ControllerMain;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A controller with the plugin in a process of its own, which can be killed. */
final class ControllerProcess implements AutoCloseable {
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Process process;
    private final Path output;

    private ControllerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @param output where it writes what it says */
    static ControllerProcess start(Path home, Path casc, Path output) throws IOException {
        Process process = new ProcessBuilder(command(home, casc))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new ControllerProcess(process, output);
    }

    private static List<String> command(Path home, Path casc) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        for (String open : List.of("lang", "io", "util", "util.concurrent", "text", "net", "lang.reflect")) {
            command.addAll(List.of("--add-opens", "java.base/java." + open + "=ALL-UNNAMED"));
        }
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xmx512m"));
        command.add("-Djava.io.tmpdir=" + casc.getParent());
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(ControllerMain.class.getName(), "--home", home.toString(), "--port", "0"));
        command.addAll(List.of("--casc", casc.toString()));
        return command;
    }

    private URI address() throws IOException {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(Files.readString(output)).contains("running at"));
        return URI.create(Files.readString(output).replaceAll("(?s).*running at (\\S+).*", "$1"));
    }

    /** Asks for a build as soon as it is up. */
    void build(String job) throws IOException, InterruptedException {
        URI address = address();
        String crumb = client.send(
                        HttpRequest.newBuilder(address.resolve("crumbIssuer/api/json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("job/" + job + "/build"))
                .header("Jenkins-Crumb", crumb.replaceAll(".*\"crumb\":\"([0-9a-f]+)\".*", "$1"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(302);
    }

    /** Kills it wherever it is, as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
