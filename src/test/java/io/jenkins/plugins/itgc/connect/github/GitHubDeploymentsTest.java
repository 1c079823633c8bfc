package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.http.RequestMethod;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deploy 20 of orders in production has succeeded, and GitHub has deployments of before and after it. */
class GitHubDeploymentsTest {
    private static final String COMMIT = "a".repeat(40);
    private static final String PATH = "/repos/acme/orders/deployments";

    private final StandIn gitHub = new StandIn();

    @BeforeEach
    void takesStatuses() {
        gitHub.server.stubFor(post(urlMatching(PATH + "/\\d+/statuses")).willReturn(okJson("{\"id\":1}")));
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private void has(String... deployments) {
        String own = "?per_page=100&sha=" + COMMIT + "&environment=production";
        gitHub.on(PATH + own, "[{\"id\":20,\"payload\":{\"itgcDeploy\":\"20\",\"service\":\"orders\"}}]");
        gitHub.on(PATH + "?per_page=100&environment=production&page=1", "[" + String.join(",", deployments) + "]");
    }

    /** A deployment by the number of its deploy, which is also its id. */
    private String deployment(int deploy, String service, String state) {
        gitHub.on(PATH + "/" + deploy + "/statuses?per_page=1", "[{\"state\":\"" + state + "\"}]");
        return "{\"id\":" + deploy + ",\"payload\":{\"itgcDeploy\":\"" + deploy + "\",\"service\":\"" + service
                + "\"}}";
    }

    private void succeeded() throws Exception {
        new GitHub(gitHub.reader(), gitHub.parallel())
                .deployments()
                .announce(new DeployNews(
                        "20",
                        DeployState.SUCCEEDED,
                        new DeployTarget("orders", "production"),
                        "acme/orders",
                        COMMIT,
                        "f".repeat(40),
                        null,
                        false,
                        "orders#3",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Instant.parse("2026-10-01T12:00:00Z")));
    }

    private List<String> written() {
        return gitHub.asked().stream()
                .filter(request -> request.getMethod().equals(RequestMethod.POST))
                .map(request -> request.getUrl().replaceAll("\\D+", "") + " "
                        + request.getBodyAsString().replaceAll(".*\"state\":\"(\\w+)\".*", "$1"))
                .toList();
    }

    @Test
    void makesWhatItTakesThePlaceOfInactiveTheOldestFirst() throws Exception {
        has(
                deployment(20, "orders", "in_progress"),
                deployment(19, "orders", "failure"),
                deployment(18, "orders", "success"),
                deployment(17, "payments", "success"),
                deployment(16, "orders", "success"),
                deployment(15, "orders", "inactive"),
                deployment(14, "orders", "success"));

        succeeded();

        assertThat(written()).containsExactly("20 success", "16 inactive", "18 inactive");
    }

    @Test
    void leavesTheOthersToNoAutomatism() throws Exception {
        has(deployment(20, "orders", "in_progress"));

        succeeded();

        assertThat(gitHub.asked())
                .filteredOn(request -> request.getMethod().equals(RequestMethod.POST))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString()).contains("\"auto_inactive\":false"));
    }

    @Test
    void isInactiveItselfWhenALaterOneHasSucceededMeanwhile() throws Exception {
        has(
                deployment(21, "orders", "success"),
                deployment(20, "orders", "in_progress"),
                deployment(18, "orders", "success"));

        succeeded();

        assertThat(written()).containsExactly("20 success", "18 inactive", "20 inactive");
    }

    @Test
    void writesNothingTwice() throws Exception {
        has(
                deployment(21, "orders", "success"),
                deployment(20, "orders", "inactive"),
                deployment(18, "orders", "inactive"));

        succeeded();

        assertThat(written()).isEmpty();
    }

    @Test
    void isToldAgainWhenAnEarlierOneCannotBeMadeInactive() {
        has(deployment(20, "orders", "success"), deployment(18, "orders", "success"));
        gitHub.server.stubFor(
                post(urlMatching(PATH + "/18/statuses")).willReturn(aResponse().withStatus(502)));

        assertThatExceptionOfType(EvidenceUnavailable.class).isThrownBy(this::succeeded);
    }

    @Test
    void touchesNothingThatOthersMade() throws Exception {
        has(
                deployment(20, "orders", "in_progress"),
                deployment(7, "orders", "success").replace("{\"itgcDeploy\":\"7\",\"service\":\"orders\"}", "\"v7\""),
                deployment(8, "orders", "success").replace("\"itgcDeploy\":\"8\"", "\"itgcDeploy\":\"latest\""));

        succeeded();

        assertThat(written()).containsExactly("20 success");
    }
}
