package io.jenkins.plugins.itgc.connect.jira;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An issue is read with all of its history, and who moved it is judged by what Jira says of them. */
class JiraTicketsTest {
    private static final String ISSUE = "/rest/api/3/issue/OPS-7?fields=summary,status,project&expand=changelog";
    private static final String MIA =
            "{\"accountId\":\"acc-mia\",\"displayName\":\"Mia\",\"accountType\":\"atlassian\"}";

    private final StandIn jira = new StandIn();

    @BeforeEach
    void miaIsAManager() {
        group(0, true, "{\"accountId\":\"acc-mia\"}");
    }

    @AfterEach
    void stop() {
        jira.close();
    }

    private void group(int from, boolean last, String members) {
        jira.on(
                "/rest/api/3/group/member?groupname=release-managers&maxResults=50&startAt=" + from,
                "{\"values\":[" + members + "],\"isLast\":" + last + "}");
    }

    private void issue(String project, int total, String... histories) {
        jira.on(
                ISSUE,
                "{\"key\":\"OPS-7\",\"fields\":{\"summary\":\"Faster\",\"status\":{\"name\":\"Approved\"},"
                        + "\"project\":{\"key\":\"" + project + "\"}},\"changelog\":{\"total\":" + total
                        + ",\"histories\":[" + String.join(",", histories) + "]}}");
    }

    private static String history(int id, String author, String field, String to) {
        return "{\"id\":\"" + id + "\",\"created\":\"2026-10-01T10:00:" + String.format("%02d", id % 60)
                + ".000+0000\"" + (author == null ? "" : ",\"author\":" + author) + ",\"items\":[{\"field\":\"" + field
                + "\",\"toString\":\"" + to + "\"}]}";
    }

    private Optional<TicketFacts> read(String... robots) throws EvidenceUnavailable, InterruptedException {
        Tracker tracker = new Tracker(
                "jira", Tracker.Kind.JIRA, jira.base(), Set.of("OPS"), Set.of("Approved"), "release-managers");
        JiraTickets tickets =
                new JiraTickets(jira.reader(), tracker, new JiraTickets.Dialect(3, Set.of(robots)), jira.parallel());
        return tickets.read(new TicketKey("jira", "OPS-7"));
    }

    private TicketActor approver(String... robots) throws Exception {
        return read(robots).orElseThrow().lastTransition().orElseThrow().actor();
    }

    @Test
    void readsWhoApprovedTheIssueAndWhen() throws Exception {
        issue("OPS", 1, history(5, MIA, "status", "Approved"));
        assertThat(read().orElseThrow())
                .isEqualTo(new TicketFacts(
                        new TicketKey("jira", "OPS-7"),
                        "OPS",
                        jira.base() + "/browse/OPS-7",
                        "Faster",
                        "Approved",
                        java.util.List.of(new Transition(
                                "Approved",
                                new TicketActor("acc-mia", "Mia", true, true),
                                Instant.parse("2026-10-01T10:00:05Z"))),
                        java.util.List.of()));
    }

    @Test
    void putsTheHistoryInOrderHoweverItIsListed() throws Exception {
        issue(
                "OPS",
                3,
                history(9, MIA, "status", "Approved"),
                history(3, MIA, "summary", "Faster"),
                history(7, MIA, "status", "Open"));
        TicketFacts ticket = read().orElseThrow();
        assertThat(ticket.transitions()).extracting(Transition::to).containsExactly("Open", "Approved");
        assertThat(ticket.scopeChanges()).containsExactly(Instant.parse("2026-10-01T10:00:03Z"));
    }

    @ParameterizedTest
    @CsvSource({"summary, 1", "description, 1", "status, 0", "assignee, 0", "labels, 0"})
    void callsOnlyTitleAndDescriptionTheScope(String field, int changes) throws Exception {
        issue("OPS", 1, history(1, MIA, field, "x"));
        assertThat(read().orElseThrow().scopeChanges()).hasSize(changes);
    }

    @Test
    void readsALongHistoryToItsEnd() throws Exception {
        issue("OPS", 150, history(1, MIA, "status", "Open"));
        page(0, 1, 100);
        page(100, 101, 150);
        assertThat(read().orElseThrow().transitions()).hasSize(150);
    }

    @Test
    void doesNotTakeATruncatedHistoryForAWholeOne() {
        issue("OPS", 150, history(1, MIA, "status", "Open"));
        page(0, 1, 100);
        page(100, 1, 0);
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.cut-short");
    }

    private void page(int from, int first, int last) {
        String values = IntStream.rangeClosed(first, last)
                .mapToObj(i -> history(i, MIA, "status", "Open"))
                .collect(Collectors.joining(","));
        jira.on("/rest/api/3/issue/OPS-7/changelog?maxResults=100&startAt=" + from, "{\"values\":[" + values + "]}");
    }

    @Test
    void namesTheProjectThatAMovedIssueIsInNow() throws Exception {
        issue("PAY", 1, history(1, MIA, "status", "Approved"));
        assertThat(read().orElseThrow().project()).isEqualTo("PAY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "atlassian;true",
                "app;false",
                "customer;false",
                "unknown;false",
            })
    void believesJiraAboutWhoIsAPerson(String type, boolean human) throws Exception {
        issue("OPS", 1, history(1, MIA.replace("\"atlassian\"", '"' + type + '"'), "status", "Approved"));
        assertThat(approver().human()).isEqualTo(human);
    }

    @Test
    void believesTheConfigurationAboutRobots() throws Exception {
        issue("OPS", 1, history(1, MIA, "status", "Approved"));
        assertThat(approver("acc-mia").human()).isFalse();
    }

    @Test
    void takesAnEntryWithoutAuthorForNobodys() throws Exception {
        issue("OPS", 1, history(1, null, "status", "Approved"));
        assertThat(approver().human()).isFalse();
        assertThat(approver().manager()).isFalse();
    }

    @Test
    void readsDataCentersUsersByKeyAndNotByName() throws Exception {
        group(0, true, "{\"key\":\"JIRAUSER7\",\"name\":\"mia\"}");
        issue("OPS", 1, history(1, "{\"key\":\"JIRAUSER7\",\"name\":\"renamed\"}", "status", "Approved"));
        assertThat(approver()).isEqualTo(new TicketActor("JIRAUSER7", "JIRAUSER7", true, true));
    }

    @Test
    void readsTheManagersGroupToItsEnd() throws Exception {
        group(0, false, "{\"accountId\":\"acc-other\"}");
        group(50, true, "{\"accountId\":\"acc-mia\"}");
        issue("OPS", 1, history(1, MIA, "status", "Approved"));
        assertThat(approver().manager()).isTrue();
    }

    @Test
    void doesNotReadAGroupWithoutEnd() {
        for (int from = 0; from < 2_000; from += 50) {
            group(from, false, "{\"accountId\":\"acc-other\"}");
        }
        issue("OPS", 1, history(1, MIA, "status", "Approved"));
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.cut-short");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void cannotTellWhoIsAManagerWhenTheGroupIsNotShown(int status) {
        jira.on(
                "/rest/api/3/group/member?groupname=release-managers&maxResults=50&startAt=0",
                aResponse().withStatus(status));
        issue("OPS", 1, history(1, MIA, "status", "Approved"));
        assertThat(Unavailable.code(this::read)).startsWith("connect.");
    }

    @Test
    void namesAGroupThatJiraDoesNotHaveAndWhereItIsConfigured() {
        jira.on(
                "/rest/api/3/group/member?groupname=release-managers&maxResults=50&startAt=0",
                aResponse().withStatus(404));
        issue("OPS", 1, history(1, MIA, "status", "Approved"));
        EvidenceUnavailable said = Unavailable.when(this::read);
        assertThat(said.finding().code()).isEqualTo("connect.group-unknown");
        assertThat(said.finding().what()).contains("\"jira\"").contains("\"release-managers\"");
        assertThat(said.finding().next()).contains("managersGroup").contains("\"jira\"");
    }

    @Test
    void findsNoIssueWhereJiraShowsNone() throws Exception {
        assertThat(read()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"id\":\"1\"", "\"created\":\"2026-10-01T10:00:01.000+0000\"", "\"toString\":\"Approved\""})
    void callsAnOddHistoryMalformed(String member) {
        String odd =
                history(1, MIA, "status", "Approved").replace(member, member.substring(0, member.indexOf(':')) + ":[]");
        issue("OPS", 2, odd, odd);
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.malformed");
    }

    @Test
    void callsAHistoryWithoutNumbersMalformed() {
        String odd = history(1, MIA, "status", "Approved").replace("\"id\":\"1\"", "\"id\":\"one\"");
        issue("OPS", 2, odd, odd);
        assertThat(Unavailable.code(this::read)).isEqualTo("connect.malformed");
    }

    @Test
    void knowsOnlyTheVersionsThatExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> new JiraTickets.Dialect(4, Set.of()));
    }
}
