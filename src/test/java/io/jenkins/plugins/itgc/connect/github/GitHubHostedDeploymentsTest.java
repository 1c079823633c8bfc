package io.jenkins.plugins.itgc.connect.github;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.deploy.HostedDeployment;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** GitHub's deployments are read as far back as they matter. */
class GitHubHostedDeploymentsTest {
    private static final String FIRST = "/repos/acme/orders/deployments?per_page=100&environment=production%20eu";
    private static final Instant MOMENT = Instant.parse("2026-10-01T12:00:00Z");

    private final StandIn gitHub = new StandIn();

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private List<HostedDeployment> since() throws Exception {
        return new GitHub(gitHub.reader(), gitHub.parallel())
                .hostedDeployments()
                .since(RepositoryId.parse("acme/orders"), "production eu", MOMENT);
    }

    private static String deployment(int id, String payload, String at) {
        return "{\"id\":" + id + ",\"sha\":\"" + "a".repeat(40) + "\",\"payload\":" + payload
                + ",\"creator\":{\"login\":\"mallory\"},\"created_at\":\"" + at + "\"}";
    }

    private void page(String path, String next, String... deployments) {
        gitHub.on(
                path,
                okJson("[" + String.join(",", deployments) + "]")
                        .withHeader("Link", next == null ? "" : "<" + gitHub.base() + next + ">; rel=\"next\""));
    }

    @Test
    void tellsWhoMadeThemAndWhichDeployTheyName() throws Exception {
        page(
                FIRST,
                null,
                deployment(3, "{\"itgcDeploy\":\"17\"}", "2026-10-01T12:00:02Z"),
                deployment(2, "\"{}\"", "2026-10-01T12:00:01Z"),
                deployment(1, "{}", "2026-10-01T12:00:00Z").replace("{\"login\":\"mallory\"}", "null"));

        assertThat(since())
                .extracting(HostedDeployment::id, HostedDeployment::deploy, HostedDeployment::creator)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("3", "17", "mallory"),
                        org.assertj.core.groups.Tuple.tuple("2", null, "mallory"),
                        org.assertj.core.groups.Tuple.tuple("1", null, null));
    }

    @Test
    void readsNoFurtherThanTheMoment() throws Exception {
        page(FIRST, "/second", deployment(9, "{}", "2026-10-01T12:00:02Z"));
        page(
                "/second",
                "/third",
                deployment(8, "{}", "2026-10-01T12:00:01Z"),
                deployment(7, "{}", "2026-10-01T11:59:59Z"));

        assertThat(since()).extracting(HostedDeployment::id).containsExactly("9", "8");
    }

    @Test
    void takesAnOddAnswerForNone() {
        page(FIRST, null, "{\"id\":1}");
        assertThatExceptionOfType(EvidenceUnavailable.class).isThrownBy(this::since);
    }
}
