package io.jenkins.plugins.itgc.connect.redmine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ReviewJudge;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final String WRONG = "0123456789abcdef";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newHttpClient();
    private RealRedmine redmine;

    @BeforeEach
    void readWhereItIs() throws IOException, InterruptedException {
        redmine = RealRedmine.served();
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private String opened(String project) throws IOException, InterruptedException {
        return redmine.opened(project);
    }

    private void moved(String key, String as, String status) throws IOException, InterruptedException {
        redmine.moved(key, as, status);
    }

    private void changed(String key, String as, String member) throws IOException, InterruptedException {
        redmine.changed(key, as, member);
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
                redmine.url(),
                Set.of("operations"),
                Set.of("Approved"),
                "release-managers");
    }

    private Optional<TicketFacts> read(String as, String key) throws EvidenceUnavailable, InterruptedException {
        Endpoint endpoint = new Endpoint(
                "Redmine",
                tracker().url(),
                "X-Redmine-API-Key",
                () -> Optional.of(as.equals("WRONG_KEY") ? WRONG : redmine.key(as)));
        HttpReader http = new HttpReader(client, endpoint, new Throttle(Clock.systemUTC()), HttpReader.Limits.DEFAULT);
        return new RedmineTickets(http, tracker(), Set.of(), new InParallel(threads))
                .read(new TicketKey("redmine", key));
    }

    private Explanation judged(String key) throws EvidenceUnavailable, InterruptedException {
        Example pr = new Example();
        pr.body = "Ticket: #" + key;
        People identities =
                new People(List.of(new People.Known(new Person("mia"), Set.of(new Account("redmine", "mia")), "")));
        ReviewPolicy policy = ReviewPolicy.of("master", new TicketPolicy("Ticket", List.of(tracker())), identities);
        List<TicketFacts> tickets = read("ADMIN_KEY", key).stream().toList();
        ReviewEvidence evidence = new ReviewEvidence(
                pr.evidence().change(), List.of(new PullRequestEvidence(pr.facts(), tickets)), null, List.of());
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
        assertThat(read("ADMIN_KEY", opened("operations")).orElseThrow().project())
                .isEqualTo("operations");
    }

    @Test
    void findsNoTicketOfAnUnknownNumber() throws Exception {
        assertThat(read("ADMIN_KEY", "999999")).isEmpty();
    }

    @Test
    void asksForAnAdministratorsKey() throws Exception {
        String key = opened("operations");
        moved(key, "MIA_KEY", "Approved");
        assertThatThrownBy(() -> read("ALICE_KEY", key)).isInstanceOfSatisfying(EvidenceUnavailable.class, e -> {
            assertThat(e.finding().code()).isEqualTo("connect.forbidden");
            assertThat(e.finding().next()).contains("administrator");
        });
    }

    @Test
    void saysThatAKeyIsWrong() throws Exception {
        String key = opened("operations");
        assertThatThrownBy(() -> read("WRONG_KEY", key)).isInstanceOfSatisfying(EvidenceUnavailable.class, e -> {
            assertThat(e.finding().code()).isEqualTo("connect.unauthorized");
            assertThat(e.finding().toString()).doesNotContain(WRONG);
        });
    }
}
