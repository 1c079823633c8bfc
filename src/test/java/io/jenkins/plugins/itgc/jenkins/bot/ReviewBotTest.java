package io.jenkins.plugins.itgc.jenkins.bot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.steps.SystemsOfRecord;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.fold.UnreadableReviews;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** A review that no build asks for. */
@WithJenkins
class ReviewBotTest {
    private static final RepositoryId ORDERS = new RepositoryId("acme", "orders");

    private final UnreadableReviews unreadable = new UnreadableReviews();
    private SystemsOfRecord systems;

    @BeforeEach
    void configure(JenkinsRule jenkins) throws Exception {
        systems = new SystemsOfRecord();
        systems.configure();
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    @Test
    void judgesRecordsAndPublishes() throws Exception {
        UnattendedReview.in(ItgcServices.get(), "production", unreadable).of(ORDERS, 12);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"APPROVE\"");
        assertThat(ItgcServices.get().ledger().entries(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("review.decided");
            assertThat(entry.actor()).isEqualTo("review bot");
        });
    }

    @Test
    void refusesLikeABuildDoes() throws Exception {
        systems.change("\"login\": \"bob\"", "\"login\": \"alice\"");
        UnattendedReview.in(ItgcServices.get(), "", unreadable).of(ORDERS, 12);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
    }

    @Test
    void publishesNothingWhenItCannotBeRead() {
        systems.answer(aResponse().withStatus(500));
        assertThatExceptionOfType(EvidenceUnavailable.class)
                .isThrownBy(() -> UnattendedReview.in(ItgcServices.get(), "production", unreadable)
                        .of(ORDERS, 12));
        assertThat(systems.submittedReviews()).isEmpty();
    }

    private EvidenceUnavailable notJudged() {
        return Unavailable.when(() -> UnattendedReview.in(ItgcServices.get(), "production", unreadable)
                .of(ORDERS, 12));
    }

    private static List<Entry> entries() {
        return ItgcServices.get().ledger().entries(0, 10);
    }

    @Test
    void recordsWhatItCouldNotJudgeOnceForEachReason() throws Exception {
        systems.ticket(aResponse().withStatus(500));
        assertThat(notJudged().finding().what()).startsWith("Jira answered 500");
        assertThat(notJudged().finding().what()).startsWith("Jira answered 500");
        assertThat(entries()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("review.decided");
            assertThat(entry.subject()).isEqualTo("acme/orders#12");
            assertThat(entry.actor()).isEqualTo("review bot");
            assertThat(entry.body()).contains("\"decision\":\"unknown\"", "connect.failing");
        });
        systems.ticket(aResponse().withStatus(401));
        notJudged();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void recordsAnOutageThatComesBackAgain() throws Exception {
        systems.answer(aResponse().withStatus(500));
        notJudged();
        systems.recover();
        UnattendedReview.in(ItgcServices.get(), "production", unreadable).of(ORDERS, 12);
        systems.answer(aResponse().withStatus(500));
        notJudged();
        assertThat(entries())
                .extracting(Entry::body)
                .extracting(body -> body.contains("\"decision\":\"unknown\""))
                .containsExactly(true, false, true);
    }

    @Test
    void looksAgainWhenTheSystemAllowsIt() {
        systems.ticket(aResponse().withStatus(429).withHeader("Retry-After", "300"));
        assertThat(notJudged().retryAfter()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void asksForNoHasteWhereSomebodyMustAct() {
        systems.ticket(aResponse().withStatus(401));
        assertThat(notJudged().retryAfter()).isNull();
    }

    @Test
    void takesItsApprovalOfAnotherCommitBackWhenItCannotJudge() {
        systems.ticket(aResponse().withStatus(500));
        systems.votes("APPROVED", "f".repeat(40));
        notJudged();
        assertThat(systems.submittedReviews())
                .singleElement()
                .asString()
                .contains("\"REQUEST_CHANGES\"", "Jira answered 500");
    }

    @Test
    void leavesItsApprovalOfThisCommitWhileASystemIsAway() {
        systems.ticket(aResponse().withStatus(500));
        systems.votes("APPROVED", SystemsOfRecord.HEAD);
        notJudged();
        assertThat(systems.submittedReviews()).isEmpty();
    }

    @Test
    void saysWhatIsMissingInTheConfiguration() {
        ItgcConfiguration.get()
                .setEnvironments(List.of(new EnvironmentEntry("staging"), new EnvironmentEntry("production")));
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> UnattendedReview.in(ItgcServices.get(), "", unreadable))
                .withMessageContaining("environment");
    }
}
