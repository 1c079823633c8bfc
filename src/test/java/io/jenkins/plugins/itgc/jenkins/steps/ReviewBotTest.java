package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import hudson.AbortException;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
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
        UnattendedReview.in("production").of(ORDERS, 12);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"APPROVE\"");
        assertThat(ItgcServices.get().ledger().entries(0, 10)).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo("review.decided");
            assertThat(entry.actor()).isEqualTo("review bot");
        });
    }

    @Test
    void refusesLikeABuildDoes() throws Exception {
        systems.change("\"login\": \"bob\"", "\"login\": \"alice\"");
        UnattendedReview.in("").of(ORDERS, 12);
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
    }

    @Test
    void publishesNothingWhenItCannotBeRead() {
        systems.answer(aResponse().withStatus(500));
        assertThatExceptionOfType(EvidenceUnavailable.class)
                .isThrownBy(() -> UnattendedReview.in("production").of(ORDERS, 12));
        assertThat(systems.submittedReviews()).isEmpty();
    }

    @Test
    void saysWhatIsMissingInTheConfiguration() {
        ItgcConfiguration.get()
                .setEnvironments(List.of(new EnvironmentEntry("staging"), new EnvironmentEntry("production")));
        assertThatExceptionOfType(AbortException.class)
                .isThrownBy(() -> UnattendedReview.in(""))
                .withMessageContaining("environment");
    }
}
