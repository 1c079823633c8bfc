package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.lambda.ReviewHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The function as Lambda calls it: by its public method of two streams, with an event of the form that SNS has. */
class LambdaReviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:github";
    private static final String RULES = """
            {"gitHub":"BASE","gitHubToken":"TOKEN","topics":["%s"],"trackers":[{"name":"jira","kind":"JIRA","url":"BASE/jira",
            "projects":["OPS"],"approvedStatuses":["Approved"],"managersGroup":"release-managers","restVersion":3}],
            "identities":[{"gitHub":"mia","accounts":{"jira":"acc-mia"}}]}""".formatted(TOPIC);

    private SystemsOfRecord systems;

    @BeforeEach
    void start() throws Exception {
        systems = new SystemsOfRecord();
    }

    @AfterEach
    void stop() {
        systems.close();
    }

    private static String event(String topic, String name, String payload) throws Exception {
        return """
                {"Records":[{"EventVersion":"1.0","EventSubscriptionArn":"%s:21be56ed-a058-49f5-8c98-aedd2564c486",
                "EventSource":"aws:sns","Sns":{"SignatureVersion":"1","Timestamp":"2026-10-01T12:45:07.000Z",
                "Signature":"EXAMPLE","SigningCertUrl":"https://sns.eu-west-1.amazonaws.com/SimpleNotificationService.pem",
                "MessageId":"95df01b4-ee98-5cb9-9903-4c221d41eb5e","Message":%s,
                "MessageAttributes":{"X-Github-Event":{"Type":"String","Value":"%s"}},"Type":"Notification",
                "UnsubscribeUrl":"https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe","TopicArn":"%s","Subject":null}}]}""".formatted(topic, JSON.writeValueAsString(payload), name, topic);
    }

    private String handle(String rules, String event) throws Exception {
        Constructor<ReviewHandler> constructor = ReviewHandler.class.getDeclaredConstructor(Map.class);
        constructor.setAccessible(true);
        try {
            ReviewHandler handler = constructor.newInstance(
                    Map.of("ITGC_REVIEW", rules.replace("BASE", systems.address()), "TOKEN", "t0ken"));
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            handler.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static String pullRequest() {
        return "{\"action\":\"opened\",\"pull_request\":{\"number\":12},\"repository\":{\"full_name\":\"acme/orders\"}}";
    }

    @Test
    void anEventInAReviewOut() throws Exception {
        assertThat(handle(RULES, event(TOPIC, "pull_request", pullRequest())))
                .contains("\"decision\":\"pass\"", "acme/orders#12");
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"APPROVE\"");
    }

    @Test
    void refusesLikeEverybodyElse() throws Exception {
        systems.change("\"login\": \"bob\"", "\"login\": \"alice\"");
        assertThat(handle(RULES, event(TOPIC, "pull_request", pullRequest()))).contains("\"decision\":\"refuse\"");
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
    }

    @Test
    void failsSoThatLambdaTriesAgain() throws Exception {
        systems.answer(aResponse().withStatus(500));
        String event = event(TOPIC, "pull_request", pullRequest());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> handle(RULES, event));
        assertThat(systems.submittedReviews()).isEmpty();
    }

    @Test
    void takesItsApprovalOfAnotherCommitBackWhenItCannotJudge() throws Exception {
        systems.ticket(aResponse().withStatus(500));
        systems.votes("APPROVED", "f".repeat(40));
        String event = event(TOPIC, "pull_request", pullRequest());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> handle(RULES, event));
        assertThat(systems.submittedReviews()).singleElement().asString().contains("\"REQUEST_CHANGES\"");
    }

    @Test
    void ignoresOtherEventsAndRefusesOtherTopics() throws Exception {
        assertThat(handle(RULES, event(TOPIC, "star", "{}"))).isEqualTo("[]");
        String foreign = event(TOPIC + "-other", "pull_request", pullRequest());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> handle(RULES, foreign))
                .withMessageContaining("may not bring events");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> handle(RULES, "{}"));
        String unnamed = event(TOPIC, "pull_request", pullRequest()).replace("X-Github-Event", "other");
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> handle(RULES, unnamed));
        assertThat(systems.reads()).isZero();
    }

    @Test
    void saysWhatIsWrongWithItsRules() {
        for (String rules : new String[] {"", "{", "{}", "{\"topics\":[\"a\"],\"trackers\":[],\"surprise\":1}"}) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> handle(rules, event(TOPIC, "pull_request", pullRequest())))
                    .withMessageContaining("ITGC_REVIEW");
        }
    }
}
