package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.connect.github.Written;
import io.jenkins.plugins.itgc.gate.Decision;
import org.junit.jupiter.api.Test;

/** What an ordinary review costs GitHub. */
class OrdinaryReviewTest {
    private static final String BRANCH = "OPS-7-retry";

    @Test
    void takesTwoReadsAndOneWrite() throws Exception {
        try (BenchWorld world = BenchWorld.open("ordinary")) {
            Reviewed reviewed = world.review(BRANCH);
            assertThat(decision(reviewed)).isInstanceOf(Decision.Pass.class);
            assertThat(reviewed.reads()).isEqualTo(2);
            assertThat(reviewed.writes()).isEqualTo(1);
        }
    }

    @Test
    void writesNothingWhenNothingChanged() throws Exception {
        try (BenchWorld world = BenchWorld.open("ordinary")) {
            world.review(BRANCH);
            Reviewed again = world.review(BRANCH);
            assertThat(again.published().written()).isEqualTo(Written.UNCHANGED);
            assertThat(again.writes()).isZero();
            assertThat(again.reads()).isEqualTo(2);
        }
    }

    @Test
    void answersTheSameWithoutAHint() throws Exception {
        try (BenchWorld world = BenchWorld.open("ordinary")) {
            Reviewed hinted = world.review(BRANCH);
            Reviewed unhinted = world.review(null);
            assertThat(decision(unhinted)).isEqualTo(decision(hinted));
            assertThat(unhinted.published().judgement().evidence())
                    .isEqualTo(hinted.published().judgement().evidence());
        }
    }

    @Test
    void threeThousandFilesAreTooManyToKnow() throws Exception {
        try (BenchWorld world = BenchWorld.open("too-large")) {
            assertThat(decision(world.review(null))).isInstanceOf(Decision.Unknown.class);
        }
    }

    @Test
    void oneFileFewerIsReadToTheEnd() throws Exception {
        try (BenchWorld world = BenchWorld.open("large")) {
            Reviewed reviewed = world.review(null);
            assertThat(decision(reviewed)).isInstanceOf(Decision.Pass.class);
            var facts = reviewed.published()
                    .judgement()
                    .evidence()
                    .pullRequests()
                    .get(0)
                    .facts();
            assertThat(facts.files()).hasSize(2999);
            assertThat(facts.commits()).hasSize(300);
            assertThat(facts.reviews()).hasSize(400);
        }
    }

    private static Decision decision(Reviewed reviewed) {
        return reviewed.published().judgement().ruling().decision();
    }
}
