package io.jenkins.plugins.itgc.connect.redmine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Identities;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The connector and the rules against the Redmine that {@code testbed/redmine/start} serves. */
@EnabledIfSystemProperty(named = "itgc.redmine", matches = ".+")
class RealRedmineTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Properties redmine = new Properties();
    private JsonNode statuses;

    @BeforeEach
    void readWhereItIs() throws IOException, InterruptedException {
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("itgc.redmine")))) {
            redmine.load(file);
        }
        statuses = answer("ADMIN_KEY", "GET", "/issue_statuses.json", "").get("issue_statuses");
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private HttpResponse<String> ask(String as, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(redmine.getProperty("URL") + path))
                .header("X-Redmine-API-Key", redmine.getProperty(as))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode answer(String as, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(as, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    private String opened(String project) throws IOException, InterruptedException {
        String issue = "{\"issue\":{\"project_id\":\"" + project
                + "\",\"subject\":\"Faster checkout \\u202e\\ud83d\\ude80\",\"description\":\"As agreed.\"}}";
        return answer("ALICE_KEY", "POST", "/issues.json", issue)
                .get("issue")
                .get("id")
                .asText();
    }

    private void moved(String key, String as, String status) throws IOException, InterruptedException {
        for (JsonNode known : statuses) {
            if (known.get("name").asText().equals(status)) {
                changed(key, as, "\"status_id\":" + known.get("id"));
            }
        }
    }

    private void changed(String key, String as, String member) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(as, "PUT", "/issues/" + key + ".json", "{\"issue\":{" + member + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** Redmine tells times by the second, and what happens in the second of an approval counts as after it. */
    private static void letASecondPass() {
        long now = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > now);
    }

    private Tracker tracker() {
        return new Tracker(
                "redmine",
                Tracker.Kind.REDMINE,
                URI.create(redmine.getProperty("URL")),
                Set.of("operations"),
                Set.of("Approved"),
                "release-managers");
    }

    private Optional<TicketFacts> read(String as, String key) throws EvidenceUnavailable, InterruptedException {
        Endpoint endpoint = new Endpoint(
                "Redmine", tracker().url(), "X-Redmine-API-Key", () -> Optional.of(redmine.getProperty(as)));
        HttpReader http =
                new HttpReader(client, endpoint, new Throttle(Clock.systemUTC()), HttpReader.Limits.DEFAULT);
        return new RedmineTickets(http, tracker(), Set.of(), new InParallel(threads))
                .read(new TicketKey("redmine", key));
    }

    private Explanation judged(String key) throws EvidenceUnavailable, InterruptedException {
        Example pr = new Example();
        pr.body = "Ticket: #" + key;
        Identities identities = new Identities(
                List.of(new Identities.Person("mia", Set.of(new Identities.TrackerAccount("redmine", "mia")))));
        ReviewPolicy policy =
                ReviewPolicy.of("master", new TicketPolicy("Ticket", List.of(tracker())), identities);
        List<TicketFacts> tickets = read("ADMIN_KEY", key).stream().toList();
        ReviewEvidence evidence = new ReviewEvidence(
                pr.evidence().change(),
                ReviewEvidence.Subject.PULL_REQUEST,
                List.of(new PullRequestEvidence(pr.facts(), tickets)),
                null,
                List.of());
        return new ReviewJudge(policy).judge(evidence);
    }

    private void refuses(String key, String code) throws EvidenceUnavailable, InterruptedException {
        Explanation explanation = judged(key);
        assertThat(explanation.allFindings()).extracting(Finding::code).contains(code);
        assertThat(explanation.outcome()).isEqualTo(Outcome.REFUSE);
    }

    @Test
    void passesATicketThatAManagerApproved() throws Exception {
        String key = opened("operations");
        moved(key, "ALICE_KEY", "In Progress");
        moved(key, "MIA_KEY", "Approved");
        assertThat(judged(key).allFindings()).isEmpty();
        assertThat(judged(key).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesATicketThatADeveloperMoved() throws Exception {
        String key = opened("operations");
        moved(key, "ALICE_KEY", "Approved");
        refuses(key, "review.ticket-approved-by-non-manager");
    }

    @Test
    void refusesATicketThatWasMovedBack() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        moved(key, "BOB_KEY", "In Progress");
        refuses(key, "review.ticket-not-approved");
    }

    @Test
    void refusesATicketThatADeveloperMovedBackAndForth() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        moved(key, "ALICE_KEY", "In Progress");
        moved(key, "ALICE_KEY", "Approved");
        refuses(key, "review.ticket-approved-by-non-manager");
    }

    @Test
    void refusesATicketWhoseScopeChangedAfterApproval() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        changed(key, "ALICE_KEY", "\"description\":\"And pay me.\"");
        refuses(key, "review.ticket-changed-after-approval");
    }

    @Test
    void passesATicketWhoseScopeChangedBeforeApproval() throws Exception {
        String key = opened("operations");
        changed(key, "ALICE_KEY", "\"subject\":\"Slower checkout\"");
        letASecondPass();
        moved(key, "MIA_KEY", "Approved");
        assertThat(judged(key).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void keepsAnApprovalThroughComments() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        changed(key, "ALICE_KEY", "\"notes\":\"Thank you.\"");
        assertThat(judged(key).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void refusesATicketOfAnotherProject() throws Exception {
        String key = opened("playground");
        moved(key, "MIA_KEY", "Approved");
        refuses(key, "review.ticket-foreign-project");
    }

    @Test
    void refusesATicketThatMovedToAnotherProject() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        changed(key, "MIA_KEY", "\"project_id\":\"playground\"");
        refuses(key, "review.ticket-foreign-project");
    }

    @Test
    void knowsProjectsByTheirIdentifiers() throws Exception {
        assertThat(read("ADMIN_KEY", opened("operations")).orElseThrow().project()).isEqualTo("operations");
    }

    @Test
    void findsNoTicketOfAnUnknownNumber() throws Exception {
        assertThat(read("ADMIN_KEY", "999999")).isEmpty();
    }

    @Test
    void asksForAnAdministratorsKey() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        assertThatThrownBy(() -> read("ALICE_KEY", key))
                .isInstanceOfSatisfying(EvidenceUnavailable.class, e -> {
                    assertThat(e.finding().code()).isEqualTo("connect.forbidden");
                    assertThat(e.finding().next()).contains("administrator");
                });
    }

    @Test
    void saysThatAKeyIsWrong() {
        redmine.setProperty("WRONG_KEY", "0123456789abcdef");
        assertThatThrownBy(() -> read("WRONG_KEY", "1"))
                .isInstanceOfSatisfying(EvidenceUnavailable.class, e -> {
                    assertThat(e.finding().code()).isEqualTo("connect.unauthorized");
                    assertThat(e.finding().toString()).doesNotContain("0123456789abcdef");
                });
    }
}
