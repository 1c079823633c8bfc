package io.jenkins.plugins.itgc.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.facts.Account;
import org.junit.jupiter.api.Test;

/** A pull request that was sent to another branch shows other changes than those that were approved. */
class BaseChangeTest {
    private final Example pr = new Example();

    @Test
    void refusesAReviewGivenBeforeTheBaseChanged() {
        pr.baseChanges.add(Example.REVIEWED.plusSeconds(1));
        refusesForTheBase();
    }

    @Test
    void refusesAReviewGivenInTheSecondInWhichTheBaseChanged() {
        pr.baseChanges.add(Example.REVIEWED);
        refusesForTheBase();
    }

    @Test
    void refusesALabelPutOnBeforeTheBaseChanged() {
        pr.reviews.clear();
        pr.labels.add(Example.label("LGTM", true, Account.human("bob"), Example.REVIEWED));
        pr.mayPush.put("bob", true);
        pr.baseChanges.add(Example.REVIEWED.plusSeconds(1));
        refusesForTheBase();
    }

    @Test
    void onlyTheLastChangeOfTheBaseMatters() {
        pr.baseChanges.add(Example.REVIEWED.plusSeconds(1));
        pr.baseChanges.add(Example.OPENED);
        refusesForTheBase();
    }

    @Test
    void keepsAReviewGivenAfterTheBaseChanged() {
        pr.baseChanges.add(Example.REVIEWED.minusSeconds(1));
        assertThat(pr.judge().outcome()).isEqualTo(Outcome.PASS);
    }

    private void refusesForTheBase() {
        assertThat(pr.judge().outcome()).isEqualTo(Outcome.REFUSE);
        assertThat(pr.judge().allFindings()).extracting(Finding::code).contains("review.base-changed");
    }
}
