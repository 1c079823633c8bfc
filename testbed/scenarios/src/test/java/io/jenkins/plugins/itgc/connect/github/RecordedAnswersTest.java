package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.TreeId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The connector reads what GitHub really answered. Pull requests, commits and deployments were recorded in deliveries only:
 * {@link RecordedObjectsTest}. GraphQL, which tells reviews and the commits of a pull request, and the activity of a branch
 * were never recorded: those are held to the official descriptions instead.
 */
class RecordedAnswersTest {
    private static final String ORGANISATION = "octokit-fixture-org";

    @Test
    void readsTheRawContentOfAFile() throws Exception {
        try (Recorded recorded = Recorded.serve("get-content")) {
            GitHub gitHub = new GitHub(recorded.http(), new InParallel(Runnable::run));
            assertThat(gitHub.file(new RepositoryId(ORGANISATION, "hello-world"), "main", "README.md"))
                    .contains("# hello-world");
        }
    }

    @Test
    void readsAListPageByPageAsTheLinkHeaderSays() throws Exception {
        try (Recorded recorded = Recorded.serve("paginate-issues")) {
            List<Integer> numbers = issues(recorded, 5);
            assertThat(numbers).hasSize(13).doesNotHaveDuplicates();
        }
    }

    @Test
    void aListWithMorePagesThanWantedIsNoShorterList() throws Exception {
        try (Recorded recorded = Recorded.serve("paginate-issues")) {
            EvidenceUnavailable problem = catchThrowableOfType(EvidenceUnavailable.class, () -> issues(recorded, 4));
            assertThat(problem.finding().code()).isEqualTo("connect.cut-short");
        }
    }

    private static List<Integer> issues(Recorded recorded, int limit) throws Exception {
        return recorded.api()
                .list(
                        "/repos/octokit-fixture-org/paginate-issues/issues?per_page=3",
                        "the issues",
                        limit,
                        page -> page.asList().stream()
                                .map(issue -> issue.number("number"))
                                .toList());
    }

    /** 401 and 403 were not recorded. */
    @ParameterizedTest
    @CsvSource({
        "branch-protection, /repos/octokit-fixture-org/branch-protection/branches/main/protection, connect.not-found",
        "rename-repository, /repos/octokit-fixture-org/rename-repository, connect.refused"
    })
    void saysWhatARefusalMeans(String scenario, String path, String code) throws Exception {
        try (Recorded recorded = Recorded.serve(scenario)) {
            EvidenceUnavailable problem = catchThrowableOfType(
                    EvidenceUnavailable.class, () -> recorded.api().get(path, "it", json -> json));
            assertThat(problem.finding().code()).isEqualTo(code);
            assertThat(problem.finding().next()).isNotBlank();
        }
    }

    @Test
    void aRequestThatGitHubCallsInvalidIsRefused() throws Exception {
        try (Recorded recorded = Recorded.serve("errors")) {
            EvidenceUnavailable problem = catchThrowableOfType(EvidenceUnavailable.class, () -> recorded.api()
                    .write("POST", "/repos/octokit-fixture-org/errors/labels", "a label", Map.of()));
            assertThat(problem.finding().code()).isEqualTo("connect.refused");
            assertThat(problem.finding().what()).contains("422");
        }
    }

    @Test
    void putsAStatusOnACommitBesideThoseOfOthers() throws Exception {
        try (Recorded recorded = Recorded.serve("create-status")) {
            GitHub gitHub = new GitHub(recorded.http(), new InParallel(Runnable::run));
            Change change = Change.ofProduction(
                    new RepositoryId(ORGANISATION, "create-status"),
                    new CommitId("0".repeat(39) + "1"),
                    new TreeId("0".repeat(40)),
                    List.of(1),
                    "production");
            Ruling pass = new Ruling(
                    "review",
                    change,
                    new Decision.Pass(Message.text("Fine."), true),
                    Explanation.pass(Message.text("Review"), Message.text("Fine.")));
            assertThat(gitHub.statuses().put(pass, Locale.ENGLISH)).isEqualTo(Written.SUBMITTED);
        }
    }
}
