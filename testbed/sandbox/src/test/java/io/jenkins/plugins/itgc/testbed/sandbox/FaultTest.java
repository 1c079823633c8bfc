package io.jenkins.plugins.itgc.testbed.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers go wrong exactly as the world says. */
class FaultTest {
    private static final String PULL = "/github/api/v3/repos/acme/orders/pulls/12";

    @Test
    void statusStrikesOnlyWhatItMatchesAfterAndFor() throws Exception {
        try (Calling github =
                faulty("{match: {method: GET, path: '/github/**/pulls/*'}, status: 502, after: 1, times: 2}")) {
            assertThat(List.of(status(github, PULL), status(github, PULL), status(github, PULL), status(github, PULL)))
                    .containsExactly(200, 502, 502, 200);
            assertThat(status(github, PULL + "/files")).isEqualTo(200);
        }
    }

    @Test
    void aStarStaysWithinASegment() throws Exception {
        try (Calling github = faulty("{match: {path: '/github/*/pulls/12'}, status: 500}")) {
            assertThat(status(github, PULL)).isEqualTo(200);
        }
    }

    @Test
    void operationIsMatchedByItsName() throws Exception {
        try (Calling github =
                faulty("{match: {operation: Facts}, graphqlErrors: [{type: SOMETHING, message: broken}]}")) {
            JsonNode struck = github.graphql("query Facts { viewer { login } }", Map.of());
            assertThat(struck.at("/errors/0/type").asText()).isEqualTo("SOMETHING");
            assertThat(struck.at("/data/viewer/login").asText()).isNotEmpty();
            assertThat(github.graphql("query Other { viewer { login } }", Map.of())
                            .has("errors"))
                    .isFalse();
        }
    }

    @Test
    void rateLimitSaysWhenToComeBack() throws Exception {
        try (Calling github = faulty("{rateLimit: {resetIn: 90s, retryAfter: 30s}}")) {
            HttpResponse<String> answer = github.get(PULL);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("retry-after")).contains("30");
            assertThat(answer.headers().firstValue("x-ratelimit-remaining")).contains("0");
            long reset = answer.headers().firstValueAsLong("x-ratelimit-reset").orElseThrow();
            assertThat(Instant.ofEpochSecond(reset))
                    .isBetween(Instant.now().plusSeconds(80), Instant.now().plusSeconds(91));
        }
    }

    @Test
    void truncatedAnswerIsCutOffOnTheWire() throws Exception {
        try (Calling github = faulty("{truncate: 20}")) {
            assertThatThrownBy(() -> github.get(PULL)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void malformedAnswerIsNoJson() throws Exception {
        try (Calling github = faulty("{malformed: true}")) {
            String body = github.get(PULL).body();
            assertThatThrownBy(() -> Calling.JSON.readTree(body)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void oversizedAnswerIsAsLargeAsItSaysAndStillValid() throws Exception {
        try (Calling github = faulty("{oversize: 3000000}")) {
            String body = github.get(PULL).body();
            assertThat(body).hasSize(3_000_000);
            assertThat(Calling.JSON.readTree(body).path("number").asInt()).isEqualTo(12);
        }
    }

    @Test
    void latencyOfWorldAndFaultAddUp() throws Exception {
        try (Calling github = faulty("{latency: 150ms}")) {
            github.world().faults().latency(Duration.ofMillis(150));
            github.get(PULL);
            assertThat(github.sandbox().requests()).singleElement().satisfies(request -> assertThat(
                            Duration.between(request.start(), request.end()))
                    .isGreaterThan(Duration.ofMillis(290)));
        }
    }

    @Test
    void clockOfTheServerCanBeWrong() throws Exception {
        try (Calling github = faulty("{clockSkew: 1h, headers: {X-Extra: yes please}}")) {
            HttpResponse<String> answer = github.get(PULL);
            String date = answer.headers().firstValue("date").orElseThrow();
            Instant told = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            assertThat(told).isAfter(Instant.now().plusSeconds(3500));
            assertThat(answer.headers().firstValue("x-extra")).contains("yes please");
        }
    }

    @Test
    void headCanMoveDuringTheGathering() throws Exception {
        String push =
                "{push-commit: {repository: acme/orders, branch: retry, by: alice, commit: {author: alice, files: {evil.sh: x}}}}";
        try (Calling github = faulty("{match: {operation: Facts}, times: 1, operations: [" + push + "]}")) {
            String query = Calling.inPull("headRefOid changedFiles").replaceFirst("query", "query Facts");
            JsonNode before = github.graphql(query, Map.of()).at("/data/repository/pullRequest");
            JsonNode after = github.graphql(query, Map.of()).at("/data/repository/pullRequest");
            assertThat(before.path("changedFiles").asInt()).isEqualTo(1);
            assertThat(after.path("changedFiles").asInt()).isEqualTo(2);
            assertThat(after.path("headRefOid")).isNotEqualTo(before.path("headRefOid"));
        }
    }

    private static int status(Calling github, String path) throws Exception {
        return github.get(path).statusCode();
    }

    private static Calling faulty(String fault) throws IOException {
        return Calling.world(Calling.text("ordinary-pass.yaml") + "faults:\n  - " + fault + "\n");
    }
}
