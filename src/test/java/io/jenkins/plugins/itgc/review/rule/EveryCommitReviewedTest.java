package io.jenkins.plugins.itgc.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Master stood at commit 50 when it was last deployed; each merge commit brought it one further. */
class EveryCommitReviewedTest {
    private static final CommitId BASELINE = Example.commit(50);
    private static final MergedFile AS_REVIEWED = new MergedFile("src/Checkout.java", "b10b", "b10b");

    private final Example example = new Example();

    @BeforeEach
    void merge() {
        example.merged = true;
    }

    private static IncludedChange merged(int onto, int result) {
        return landing(onto, result, merge(Example.HEAD, onto, result, AS_REVIEWED));
    }

    private static IncludedChange landing(int onto, int result, MergeFacts merge) {
        return new IncludedChange(Example.commit(onto), List.of(Example.commit(result)), 12, merge);
    }

    private static MergeFacts merge(CommitId reviewed, int onto, int result, MergedFile... files) {
        return new MergeFacts(
                reviewed, Example.commit(onto), Example.commit(result), Example.tree(result), List.of(files), true);
    }

    private Explanation judge(CommitId baseline, int commit, IncludedChange... landings) {
        return judge(baseline, commit, List.of(landings), List.of(example.pullRequest()));
    }

    private Explanation judge(
            CommitId baseline, int commit, List<IncludedChange> landings, List<PullRequestEvidence> pullRequests) {
        Change change = Change.ofProduction(
                Example.REPOSITORY, Example.commit(commit), Example.tree(commit), List.of(12), "production");
        ReviewEvidence evidence = new ReviewEvidence(change, pullRequests, baseline, landings);
        return new EveryCommitReviewed().judge(evidence, example.policy);
    }

    private static void refused(Explanation explanation, String code) {
        assertThat(explanation.outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(explanation.allFindings()).extracting(Finding::code).contains(code);
    }

    @Test
    void passesStepsThatFollowEachOtherFromTheLastDeploy() {
        Explanation explanation = judge(BASELINE, 52, merged(50, 51), merged(51, 52));

        assertThat(explanation.outcome()).isEqualTo(Outcome.PASS);
        assertThat(explanation.summary()).contains("since " + BASELINE.abbreviated());
    }

    @Test
    void passesTheCommitThatIsDeployedAlready() {
        assertThat(judge(BASELINE, 50).outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void saysThatThereIsNoBaselineForTheFirstDeploy() {
        assertThat(judge(null, 51, merged(50, 51)).summary()).contains("no baseline");
    }

    @Test
    void refusesWhenTheFirstStepDoesNotFollowTheLastDeploy() {
        refused(judge(BASELINE, 52, merged(51, 52)), "review.broken-range");
    }

    @Test
    void refusesAGapBetweenTwoSteps() {
        refused(judge(BASELINE, 53, merged(50, 51), merged(52, 53)), "review.broken-range");
    }

    @Test
    void refusesStepsThatEndBeforeTheCommit() {
        refused(judge(BASELINE, 52, merged(50, 51)), "review.broken-range");
    }

    @Test
    void refusesStepsInAnotherOrder() {
        refused(judge(BASELINE, 51, merged(51, 52), merged(50, 51)), "review.broken-range");
    }

    @Test
    void refusesNothingReadAtAll() {
        refused(judge(BASELINE, 52), "review.broken-range");
        refused(judge(null, 52), "review.broken-range");
    }

    @Test
    void refusesAStrayCommitAmongReviewedOnes() {
        IncludedChange stray = new IncludedChange(Example.commit(51), List.of(Example.commit(52)), null, null);

        refused(judge(BASELINE, 53, merged(50, 51), stray, merged(52, 53)), "review.unreviewed-commit");
    }

    @Test
    void refusesAStepOfAPullRequestThatWasNotRead() {
        refused(judge(BASELINE, 51, List.of(merged(50, 51)), List.of()), "review.unreviewed-commit");
    }

    @Test
    void refusesAStepOfAPullRequestThatIsNotMerged() {
        example.merged = false;

        refused(judge(BASELINE, 51, merged(50, 51)), "review.unreviewed-commit");
    }

    @Test
    void refusesAStepOfAPullRequestMergedIntoAnotherBranch() {
        example.baseBranch = "develop";

        refused(judge(BASELINE, 51, merged(50, 51)), "review.unreviewed-commit");
    }

    @Test
    void refusesAMergeOfAnotherCommitThanTheReviewedHead() {
        refused(
                judge(BASELINE, 51, landing(50, 51, merge(Example.commit(2), 50, 51, AS_REVIEWED))),
                "review.merge-edited");
    }

    @Test
    void refusesAComparisonThatBeginsAfterTheStepDid() {
        refused(judge(BASELINE, 52, landing(50, 52, merge(Example.HEAD, 51, 52, AS_REVIEWED))), "review.merge-edited");
    }

    @Test
    void refusesAComparisonThatEndsBeforeTheStepDoes() {
        refused(judge(BASELINE, 52, landing(50, 52, merge(Example.HEAD, 50, 51, AS_REVIEWED))), "review.merge-edited");
    }

    @Test
    void refusesAFileThatTheReviewedWorkDoesNotExplain() {
        MergedFile edited = new MergedFile("src/Backdoor.java", "b10b", "bad0");
        MergedFile conflict = new MergedFile("src/Both.java", null, "bad0");

        refused(judge(BASELINE, 51, landing(50, 51, merge(Example.HEAD, 50, 51, edited))), "review.merge-edited");
        refused(judge(BASELINE, 51, landing(50, 51, merge(Example.HEAD, 50, 51, conflict))), "review.merge-edited");
    }

    @Test
    void refusesAListOfFilesThatWasCutShort() {
        MergeFacts cut = new MergeFacts(
                Example.HEAD, BASELINE, Example.commit(51), Example.tree(51), List.of(AS_REVIEWED), false);

        refused(judge(BASELINE, 51, landing(50, 51, cut)), "review.merge-edited");
    }

    @Property(tries = 200)
    void refusesWhateverStepIsLeftOut(@ForAll @IntRange(min = 2, max = 12) int steps, @ForAll int seed) {
        example.merged = true;
        List<IncludedChange> all = IntStream.range(0, steps)
                .mapToObj(step -> merged(50 + step, 51 + step))
                .collect(Collectors.toCollection(ArrayList::new));
        List<PullRequestEvidence> pullRequests = List.of(example.pullRequest());
        assertThat(judge(BASELINE, 50 + steps, all, pullRequests).outcome()).isEqualTo(Outcome.PASS);

        all.remove(Math.floorMod(seed, steps));

        refused(judge(BASELINE, 50 + steps, all, pullRequests), "review.broken-range");
    }
}
