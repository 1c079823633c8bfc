package io.jenkins.plugins.itgc.testbed.scenarios.real;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A real Jenkins in a process of its own. */
final class RealController implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BOOT = Duration.ofMinutes(5);
    private static final Duration BUILD = Duration.ofMinutes(3);

    private final Path war;
    private final Path home;
    private final int port;
    private Process process;
    private HttpClient client;

    RealController(Path war, Path home) throws IOException {
        this.war = war;
        this.home = home;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Brings a folder of plugins, and one more, into the home. */
    void install(Path plugins, Path plugin) throws IOException {
        Path folder = Files.createDirectories(home.resolve("plugins"));
        try (Stream<Path> files = Files.list(plugins)) {
            for (Path file :
                    files.filter(path -> path.toString().matches(".*\\.[hj]pi")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString().replace(".hpi", ".jpi")));
            }
        }
        Files.copy(plugin, folder.resolve("itgc-deploy-gates.jpi"));
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Djenkins.install.runSetupWizard=false",
                "-Xmx1g",
                "-jar",
                war.toString(),
                "--httpPort=" + port,
                "--httpListenAddress=127.0.0.1");
        builder.environment().put("JENKINS_HOME", home.toString());
        process = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        await().atMost(BOOT).pollInterval(Duration.ofSeconds(1)).until(() -> process.isAlive() && up());
    }

    private boolean up() throws InterruptedException {
        try {
            return get("/login").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private Path logFile() {
        return home.resolve("controller.log");
    }

    /** What the controller itself logged. */
    List<String> log() throws IOException {
        return Files.readAllLines(logFile());
    }

    /** As a power failure would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }

    /** Starts a build of a job, or the scan of a job that has branches. */
    void build(String job) throws IOException, InterruptedException {
        int status = post("/job/" + job + "/build").statusCode();
        if (status / 100 > 3) {
            throw new IOException("The build of " + job + " did not start: " + status);
        }
    }

    /** As a form does it, with the crumb of this session. */
    HttpResponse<String> post(String path) throws IOException, InterruptedException {
        JsonNode crumb = json("/crumbIssuer/api/json");
        HttpRequest post = request(path)
                .header(
                        crumb.get("crumbRequestField").asText(),
                        crumb.get("crumb").asText())
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(post, HttpResponse.BodyHandlers.ofString());
    }

    /** The first build of a job. */
    RealBuild first(String job) {
        return new RealBuild(this, job, 1);
    }

    /** The second build of a job. */
    RealBuild second(String job) {
        return new RealBuild(this, job, 2);
    }

    /** Waits for something that a build does. */
    static void awaitBuild(Callable<Boolean> condition) {
        await().atMost(BUILD).ignoreExceptions().until(condition);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
