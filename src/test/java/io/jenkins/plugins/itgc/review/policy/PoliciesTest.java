package io.jenkins.plugins.itgc.review.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.review.Example;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy that makes no sense is none, and a repository may only ask for more. */
class PoliciesTest {
    private static final Tracker JIRA = tracker("jira", Tracker.Kind.JIRA, "https://jira.example/", "OPS", "PAY");
    private static final Tracker REDMINE = tracker("redmine", Tracker.Kind.REDMINE, "https://redmine.example", "ops");

    private static Tracker tracker(String name, Tracker.Kind kind, String url, String... projects) {
        return new Tracker(
                name, kind, url == null ? null : URI.create(url), Set.of(projects), Set.of("Approved"), "managers");
    }

    private static void noSense(String key, ThrowingCallable made) {
        assertThatExceptionOfType(InvalidPolicy.class).isThrownBy(made).satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.wording().in(Locale.JAPANESE))
                    .startsWith("ポリシーのキー「" + key + "」: ")
                    .endsWith("。")
                    .doesNotContainPattern(": .*[A-Za-z]+ [a-z]+ [a-z]+");
        });
    }

    @Nested
    class Reviews {
        private final ReviewPolicy policy = Example.policy();

        private ReviewPolicy asking(String branch, int approvals, String label, String migrations) {
            return new ReviewPolicy(branch, approvals, label, policy.ticket(), List.of(migrations), policy.people());
        }

        @Test
        void needABranchAndAtLeastOneApproval() {
            noSense("productionBranch", () -> asking(" ", 1, "LGTM", "**.sql"));
            noSense("productionBranch", () -> asking(null, 1, "LGTM", "**.sql"));
            noSense("requiredApprovals", () -> asking("master", 0, "LGTM", "**.sql"));
            noSense("migrationFiles", () -> asking("master", 1, "LGTM", "["));
        }

        @Test
        void countNoLabelWhereNoneIsNamed() {
            assertThat(asking("master", 1, null, "**.sql").approvalLabel()).isEmpty();
            assertThat(asking("master", 1, "  ", "**.sql").approvalLabel()).isEmpty();
        }

        @Test
        void needATrackerAndEachByANameOfItsOwn() {
            noSense("trackers", () -> new TicketPolicy("Ticket", List.of()));
            noSense("trackers", () -> new TicketPolicy("Ticket", List.of(JIRA, JIRA)));
        }

        @Test
        void markTicketsByAWord() {
            assertThat(new TicketPolicy(null, List.of(JIRA)).marker()).isEqualTo("Ticket");
            assertThat(new TicketPolicy(" ", List.of(JIRA)).marker()).isEqualTo("Ticket");
            assertThat(new TicketPolicy(" Issue ", List.of(JIRA)).marker()).isEqualTo("Issue");
            noSense("ticketMarker", () -> new TicketPolicy(".*", List.of(JIRA)));
        }

        @Test
        void knowTheirTrackersByName() {
            assertThat(new TicketPolicy("Ticket", List.of(JIRA, REDMINE)).tracker("redmine"))
                    .contains(REDMINE);
            assertThat(new TicketPolicy("Ticket", List.of(JIRA, REDMINE)).tracker("other"))
                    .isEmpty();
        }
    }

    @Nested
    class Trackers {
        @Test
        void needEverythingThatATicketIsJudgedBy() {
            URI url = URI.create("https://jira.example");
            Set<String> some = Set.of("x");
            noSense("name", () -> new Tracker(" ", Tracker.Kind.JIRA, url, some, some, "managers"));
            noSense("name", () -> new Tracker(null, Tracker.Kind.JIRA, url, some, some, "managers"));
            noSense("kind", () -> new Tracker("jira", null, url, some, some, "managers"));
            noSense("projects", () -> new Tracker("jira", Tracker.Kind.JIRA, url, Set.of(" "), some, "managers"));
            noSense("approvedStatuses", () -> new Tracker("jira", Tracker.Kind.JIRA, url, some, Set.of(), "managers"));
            noSense("managersGroup", () -> new Tracker("jira", Tracker.Kind.JIRA, url, some, some, ""));
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"jira.example", "ftp://jira.example", "mailto:x@jira.example", "https:///path"})
        void needAnAddressInTheWeb(String url) {
            noSense("url", () -> tracker("jira", Tracker.Kind.JIRA, url, "OPS"));
        }

        @Test
        void trimTheirNames() {
            assertThat(tracker("jira", Tracker.Kind.JIRA, "https://jira.example", " OPS ", "PAY", "")
                            .projects())
                    .containsExactly("OPS", "PAY");
        }

        @ParameterizedTest
        @CsvSource({
            "OPS-7, OPS-7",
            "https://jira.example/browse/OPS-7, OPS-7",
            "https://jira.example//browse/OPS-7,",
            "https://evil.example/browse/OPS-7,",
            "ops-7,",
            "OPS-0,",
            "OPS-7x,",
            "#7,"
        })
        void readAKeyOrAnAddressOfJira(String text, String key) {
            assertThat(JIRA.keyIn(text)).isEqualTo(key);
        }

        @ParameterizedTest
        @CsvSource({"7, 7", "'#7', 7", "https://redmine.example/issues/7, 7", "OPS-7,", "'##7',", "0,"})
        void readANumberOrAnAddressOfRedmine(String text, String key) {
            assertThat(REDMINE.keyIn(text)).isEqualTo(key);
        }

        @Test
        void takeTheirAddressWithoutItsLastSlash() {
            assertThat(JIRA.url()).isEqualTo(URI.create("https://jira.example"));
            assertThat(REDMINE.url()).isEqualTo(URI.create("https://redmine.example"));
        }

        @Test
        void linkTheirTickets() {
            assertThat(JIRA.link("OPS-7")).isEqualTo("https://jira.example/browse/OPS-7");
            assertThat(REDMINE.link("7")).isEqualTo("https://redmine.example/issues/7");
        }
    }

    @Nested
    class OfARepository {
        private final ReviewPolicy policy = ReviewPolicy.of(
                "master",
                new TicketPolicy("Ticket", List.of(JIRA, REDMINE)),
                Example.policy().people());

        private ReviewPolicy tightened(String file) {
            return RepositoryPolicy.parse(file).tighten(policy);
        }

        @Test
        void aBlankFileChangesNothing() {
            assertThat(tightened("")).isEqualTo(policy);
            assertThat(tightened("review:\n")).isEqualTo(policy);
        }

        @Test
        void mayAskForMoreApprovals() {
            assertThat(tightened("review:\n  requiredApprovals: 2\n").requiredApprovals())
                    .isEqualTo(2);
            noSense("review.requiredApprovals", () -> tightened("review:\n  requiredApprovals: 0\n"));
        }

        @Test
        void mayTurnTheLabelOff() {
            assertThat(tightened("review:\n  approvalLabel: ''\n").approvalLabel())
                    .isEmpty();
            assertThat(tightened("review:\n  approvalLabel: lgtm\n").approvalLabel())
                    .isEqualToIgnoringCase("LGTM");
            noSense("review.approvalLabel", () -> tightened("review:\n  approvalLabel: ok\n"));
        }

        @Test
        void mayLeaveTrackersAndProjectsOut() {
            assertThat(tightened("review:\n  ticketProjects: [PAY]\n").ticket().trackers())
                    .singleElement()
                    .satisfies(tracker -> {
                        assertThat(tracker.name()).isEqualTo("jira");
                        assertThat(tracker.projects()).containsExactly("PAY");
                    });
            noSense("review.ticketProjects", () -> tightened("review:\n  ticketProjects: []\n"));
        }

        @Test
        void mayNameFurtherMigrations() {
            assertThat(tightened("review:\n  migrationFiles: ['db/**']\n").migrationFiles())
                    .containsExactly("**.sql", "db/**");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "review: {ticketProjects: [PAY, NONE]}   | line 1",
                    "review: {migrationFiles: ['[']}         | line 1",
                    "review: {whatever: 1}                   | line 1",
                    "review: {requiredApprovals: many}       | line 1"
                })
        void aMistakeIsNamedWithItsLine(String file, String line) {
            assertThatExceptionOfType(InvalidPolicy.class)
                    .isThrownBy(() -> tightened(file))
                    .withMessageContaining(line)
                    .satisfies(problem ->
                            assertThat(problem.wording().in(Locale.JAPANESE)).contains(" 行目)。"));
            assertThatExceptionOfType(InvalidPolicy.class)
                    .isThrownBy(() -> tightened("# first\n\n" + file))
                    .withMessageContaining("line 3");
        }
    }
}
