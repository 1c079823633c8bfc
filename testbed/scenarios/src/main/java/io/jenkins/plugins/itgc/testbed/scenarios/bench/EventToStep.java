package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** From a signed event of GitHub on the wire to the end of the step that waited for it. */
final class EventToStep implements Measurement {
    private static final int[] COUNTS = {1, 100, 10_000};
    private static final int SENT = 300;
    private static final String SECRET = "bench-secret";
    private static final String CONFIGURATION = """
            credentials:
              system:
                domainCredentials:
                  - credentials:
                      - string: { scope: GLOBAL, id: "hook", secret: "%s" }
            unclassified:
              itgcDeployGates:
                events:
                  secretId: "hook"
            """.formatted(SECRET);

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String title() {
        return "From an event to the step";
    }

    @Override
    public String about() {
        return "A signed delivery over HTTP: verified, on the disk, answered; the step that waits for this pull request "
                + "judges again, its decision is in the ledger, and it ends. One after another, while all others wait. "
                + "Answered is until GitHub has its answer, which should be within 100 ms.";
    }

    @Override
    public List<Table> run(boolean quick) throws Exception {
        Table table = new Table("waiting", "events", "answered p50 µs", "p99 µs", "step ended p50 µs", "p99 µs");
        Path home = Files.createTempDirectory("itgc-bench");
        Path configuration = Files.writeString(home.resolve("bench.yaml"), CONFIGURATION);
        try (Controller controller =
                Controller.start(ControllerOptions.in(home).configuredBy(List.of(configuration)))) {
            WorkflowRun run = controller.run("bench", "echo 'bench'", "bench", null);
            measure(controller, run, 100);
            for (int count : COUNTS) {
                table.row(measure(controller, run, count).cells(count));
            }
        }
        return List.of(table);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Late(long[] answered, long[] ended) {
        Object[] cells(int count) {
            return new Object[] {
                "%,d".formatted(count),
                answered.length,
                WaitingGates.micros(answered, 50),
                WaitingGates.micros(answered, 99),
                WaitingGates.micros(ended, 50),
                WaitingGates.micros(ended, 99)
            };
        }
    }

    /** A single waiter is measured as often as many: it waits anew each time. */
    private Late measure(Controller controller, WorkflowRun run, int count) throws Exception {
        Late late = new Late(new long[SENT], new long[SENT]);
        for (int sent = 0; sent < SENT; ) {
            BenchGate.OPEN.set(false);
            ParkedSteps parked = ParkedSteps.park(run, count);
            BenchGate.OPEN.set(true);
            for (int i = 0; i < count && sent < SENT; i++, sent++) {
                long told = System.nanoTime();
                deliver(controller.url(), i + 1);
                late.answered()[sent] = System.nanoTime() - told;
                late.ended()[sent] = parked.contexts().get(i).untilEnded() - told;
            }
            parked.stop();
        }
        return late;
    }

    private void deliver(URI controller, int pullRequest) throws IOException, InterruptedException {
        String body = "{\"action\":\"closed\",\"pull_request\":{\"number\":" + pullRequest
                + "},\"repository\":{\"full_name\":\"bench/bench\"}}";
        HttpRequest request = HttpRequest.newBuilder(controller.resolve("itgc/github-webhook"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "pull_request")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", "sha256=" + hmac(body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status =
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != 202) {
            throw new IllegalStateException("The delivery was answered with " + status + ".");
        }
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
