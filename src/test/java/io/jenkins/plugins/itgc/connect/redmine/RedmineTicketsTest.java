package io.jenkins.plugins.itgc.connect.redmine;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketFacts.Transition;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An issue is read as Redmine 5 tells it; the forms are those that a real one was seen to answer. */
class RedmineTicketsTest {
    private static final String MIA = "{\"id\":7,\"name\":\"Mia Example\"}";

    private final StandIn redmine = new StandIn();

    @BeforeEach
    void fill() {
        redmine.on(
                "/issue_statuses.json",
                "{\"issue_statuses\":[{\"id\":1,\"name\":\"New\",\"is_closed\":false},"
                        + "{\"id\":7,\"name\":\"Approved\",\"is_closed\":false}]}");
        redmine.on(
                "/projects/1.json", "{\"project\":{\"id\":1,\"name\":\"Operations\",\"identifier\":\"operations\"}}");
        user("\"login\":\"mia\"", ",\"groups\":[{\"id\":8,\"name\":\"release-managers\"}]");
        redmine.on("/groups.json", "{\"groups\":[{\"id\":8,\"name\":\"release-managers\"}]}");
    }

    @AfterEach
    void stop() {
        redmine.close();
    }

    private void user(String login, String groups) {
        redmine.on(
                "/users/7.json?include=groups",
                "{\"user\":{\"id\":7," + login + ",\"firstname\":\"Mia\",\"lastname\":\"Example\"" + groups + "}}");
    }

    private void issue(String... journals) {
        redmine.on(
                "/issues/42.json?include=journals",
                "{\"issue\":{\"id\":42,\"project\":{\"id\":1,\"name\":\"Operations\"},"
                        + "\"status\":{\"id\":7,\"name\":\"Approved\",\"is_closed\":false},\"subject\":\"Faster\","
                        + "\"journals\":[" + String.join(",", journals) + "]}}");
    }

    private static String journal(int id, String user, String attribute, String value) {
        return "{\"id\":" + id + (user == null ? "" : ",\"user\":" + user)
                + ",\"notes\":\"\",\"created_on\":\"2026-10-01T10:00:" + String.format("%02d", id)
                + "Z\",\"private_notes\":false,\"details\":[{\"property\":\"attr\",\"name\":\"" + attribute
                + "\",\"old_value\":\"1\",\"new_value\":\"" + value + "\"}]}";
    }

    private Optional<TicketFacts> read(String... robots) throws EvidenceUnavailable, InterruptedException {
        Tracker tracker = new Tracker(
                "redmine",
                Tracker.Kind.REDMINE,
                redmine.base(),
                Set.of("operations"),
                Set.of("Approved"),
                "release-managers");
        return new RedmineTickets(redmine.reader(), tracker, Set.of(robots), redmine.parallel())
                .read(new TicketKey("redmine", "42"));
    }

    private TicketActor approver(String... robots) throws Exception {
        return read(robots).orElseThrow().lastTransition().orElseThrow().actor();
    }

    @Test
    void readsWhoApprovedTheIssueAndWhen() throws Exception {
        issue(journal(5, MIA, "status_id", "7"));
        TicketFacts ticket = read().orElseThrow();
        assertThat(ticket.project()).isEqualTo("operations");
        assertThat(ticket.status()).isEqualTo("Approved");
        assertThat(ticket.transitions())
                .containsExactly(new Transition(
                        "Approved",
                        new TicketActor("mia", "Mia Example", true, true),
                        Instant.parse("2026-10-01T10:00:05Z")));
    }

    @Test
    void judgesByTheLastChangeHoweverTheJournalsAreListed() throws Exception {
        issue(
                journal(9, MIA, "status_id", "1"),
                journal(3, MIA, "description", "x"),
                journal(5, MIA, "status_id", "7"));
        TicketFacts ticket = read().orElseThrow();
        assertThat(ticket.transitions()).extracting(Transition::to).containsExactly("New");
        assertThat(ticket.scopeChanges()).containsExactly(Instant.parse("2026-10-01T10:00:03Z"));
    }

    @Test
    void tellsNoApproverOfAnIssueThatWasBornApproved() throws Exception {
        issue();
        assertThat(read().orElseThrow().lastTransition()).isEmpty();
    }

    @Test
    void namesAStatusThatIsGoneByItsNumber() throws Exception {
        issue(journal(5, MIA, "status_id", "99"));
        assertThat(read().orElseThrow().transitions())
                .extracting(Transition::to)
                .containsExactly("status 99");
    }

    @Test
    void takesSomebodyWhomRedmineDoesNotKnowForNoPerson() throws Exception {
        issue(journal(5, "{\"id\":3,\"name\":\"Anonymous\"}", "status_id", "7"));
        assertThat(approver()).isEqualTo(new TicketActor("", "Anonymous", false, false));
    }

    @Test
    void takesAnAccountWithoutLoginForNoPerson() throws Exception {
        user("\"login\":\"\"", ",\"groups\":[]");
        issue(journal(5, MIA, "status_id", "7"));
        assertThat(approver().human()).isFalse();
    }

    @Test
    void callsAJournalWithoutAuthorMalformed() {
        issue(journal(5, null, "status_id", "7"));
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.malformed");
    }

    @Test
    void believesTheConfigurationAboutRobots() throws Exception {
        issue(journal(5, MIA, "status_id", "7"));
        assertThat(approver("mia").human()).isFalse();
    }

    @Test
    void isNoManagerInAGroupOfAnotherName() throws Exception {
        user("\"login\":\"mia\"", ",\"groups\":[{\"id\":9,\"name\":\"Release-Managers\"}]");
        issue(journal(5, MIA, "status_id", "7"));
        assertThat(approver().manager()).isFalse();
    }

    @Test
    void namesAGroupThatRedmineDoesNotHaveAndWhereItIsConfigured() {
        user("\"login\":\"mia\"", ",\"groups\":[{\"id\":9,\"name\":\"Release-Managers\"}]");
        redmine.on("/groups.json", "{\"groups\":[{\"id\":9,\"name\":\"Release-Managers\"}]}");
        issue(journal(5, MIA, "status_id", "7"));
        EvidenceUnavailable said = Unavailable.when(this::read);
        assertThat(said.finding().code()).isEqualTo("connect.group-unknown");
        assertThat(said.finding().what()).contains("\"redmine\"").contains("\"release-managers\"");
        assertThat(said.finding().next()).contains("managersGroup").contains("\"redmine\"");
    }

    @Test
    void asksForAnAdministratorsKeyWhenGroupsAreNotShown() {
        user("\"login\":\"mia\"", "");
        issue(journal(5, MIA, "status_id", "7"));
        EvidenceUnavailable said = Unavailable.when(this::read);
        assertThat(said.finding().code()).isEqualTo("connect.forbidden");
        assertThat(said.finding().next()).contains("administrator");
    }

    @Test
    void doesNotTakeAProjectByItsNameWhenItIsForbidden() {
        redmine.on("/projects/1.json", aResponse().withStatus(403));
        issue(journal(5, MIA, "status_id", "7"));
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.forbidden");
    }

    @Test
    void findsNoIssueWhereRedmineShowsNone() throws Exception {
        assertThat(read()).isEmpty();
    }

    @Test
    void doesNotTakeAForbiddenIssueForAMissingOne() {
        redmine.on("/issues/42.json?include=journals", aResponse().withStatus(403));
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.forbidden");
    }
}
