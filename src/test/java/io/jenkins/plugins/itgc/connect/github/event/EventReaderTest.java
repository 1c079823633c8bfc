package io.jenkins.plugins.itgc.connect.github.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a delivery says to look. */
class EventReaderTest {
    private static final RepositoryId ORDERS = new RepositoryId("acme", "orders");

    private static GitHubEvent read(String name, String json) {
        return EventReader.read(name, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String withRepository(String rest) {
        return "{\"repository\":{\"full_name\":\"acme/orders\"}," + rest + "}";
    }

    private static String comment(String action, String text, String issue) {
        return withRepository(
                "\"action\":\"" + action + "\",\"comment\":{\"body\":\"" + text + "\"},\"issue\":" + issue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opened", "edited", "synchronize", "reopened", "labeled", "unlabeled"})
    void reviewsAPullRequestThatChanged(String action) {
        assertThat(read(
                                "pull_request",
                                withRepository("\"action\":\"" + action + "\",\"pull_request\":{\"number\":12}"))
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, 12, true));
    }

    @Test
    void onlyWakesForOneThatWasClosed() {
        assertThat(read("pull_request", withRepository("\"action\":\"closed\",\"pull_request\":{\"number\":12}"))
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, 12, false));
        assertThat(read("pull_request", withRepository("\"action\":\"assigned\",\"pull_request\":{\"number\":12}"))
                        .targets())
                .isEmpty();
    }

    @Test
    void doesNotReviewForTheReviewOfABot() {
        String review =
                "\"action\":\"submitted\",\"pull_request\":{\"number\":12},\"review\":{\"user\":{\"type\":\"%s\"}}";
        assertThat(read("pull_request_review", withRepository(review.formatted("User")))
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, 12, true));
        assertThat(read("pull_request_review", withRepository(review.formatted("Bot")))
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, 12, false));
    }

    @Test
    void reviewsWhenSomebodySaysPlease() {
        String pull = "{\"number\":12,\"pull_request\":{}}";
        assertThat(read("issue_comment", comment("created", " Review Please\\n", pull))
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, 12, true));
        assertThat(read("issue_comment", comment("created", "no review please!", pull))
                        .targets())
                .isEmpty();
        assertThat(read("issue_comment", comment("edited", "review please", pull))
                        .targets())
                .isEmpty();
        assertThat(read("issue_comment", comment("created", "review please", "{\"number\":12}"))
                        .targets())
                .isEmpty();
    }

    @Test
    void looksThroughARepositoryAfterAPushOrAnInstallation() {
        assertThat(read("push", withRepository("\"ref\":\"refs/heads/master\"")).targets())
                .containsExactly(new ReviewTarget(ORDERS, null, true));
        assertThat(read("push", withRepository("\"ref\":\"refs/tags/v1\"")).targets())
                .isEmpty();
        assertThat(read("installation", "{\"action\":\"created\",\"repositories\":[{\"full_name\":\"acme/orders\"}]}")
                        .targets())
                .containsExactly(new ReviewTarget(ORDERS, null, true));
        assertThat(read("installation", "{\"action\":\"deleted\",\"repositories\":[{\"full_name\":\"acme/orders\"}]}")
                        .targets())
                .isEmpty();
    }

    @Test
    void ignoresWhatItDoesNotKnow() {
        assertThat(read("star", "{}").targets()).isEmpty();
        assertThat(read("ping", "[1]").targets()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{\"action\":\"opened\"}",
                "{\"action\":\"opened\",\"pull_request\":{\"number\":-3},\"repository\":{\"full_name\":\"acme/orders\"}}",
                "{\"action\":\"opened\",\"pull_request\":{\"number\":3},\"repository\":{\"full_name\":\"../etc\"}}"
            })
    void saysWhenADeliveryIsMalformed(String json) {
        assertThatExceptionOfType(MalformedEvent.class).isThrownBy(() -> read("pull_request", json));
    }
}
