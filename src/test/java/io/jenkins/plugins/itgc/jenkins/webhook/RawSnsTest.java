package io.jenkins.plugins.itgc.jenkins.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** What SNS delivers raw is signed by nobody, so only the token in the address lets it in. */
@WithJenkins
class RawSnsTest {
    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:github";

    private final AtomicInteger woken = new AtomicInteger();
    private JenkinsRule jenkins;

    @BeforeEach
    void listen(JenkinsRule rule) throws Exception {
        jenkins = rule;
        Hooks.listen();
        Hooks.keep("sns", "t0ken");
        ItgcConfiguration.get().getEvents().setSnsTopics(TOPIC);
        ItgcConfiguration.get().getEvents().setSnsTokenId("sns");
        Topic topic = Topic.pullRequest(new RepositoryId("acme", "orders"), 12);
        ItgcServices.get().waiting().await(Duration.ofDays(1), Set.of(topic), woken::incrementAndGet);
    }

    private HttpResponse<String> deliver(String query, String topic, String id) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jenkins.getURL() + "itgc/sns" + query))
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("x-amz-sns-message-type", "Notification")
                .header("x-amz-sns-rawdelivery", "true")
                .header("x-amz-sns-topic-arn", topic)
                .POST(HttpRequest.BodyPublishers.ofString(Hooks.pullRequest("closed")));
        if (id != null) {
            request.header("x-amz-sns-message-id", id);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void letsInWhoKnowsTheTokenAndOnce() throws Exception {
        assertThat(deliver("?token=t0ken", TOPIC, "id-1").body()).contains("Taken");
        assertThat(deliver("?token=t0ken", TOPIC, "id-1").body()).contains("Known already");
        assertThat(woken).hasValue(1);
    }

    @Test
    void keepsOutWhoDoesNot() throws Exception {
        for (String query :
                new String[] {"", "?token=", "?token=guess", "?token=t0ke", "?x=1&token=t0ken", "?Token=t0ken"}) {
            assertThat(deliver(query, TOPIC, "id-1").statusCode()).as(query).isEqualTo(401);
        }
        assertThat(deliver("?token=t0ken", TOPIC + "x", "id-1").statusCode()).isEqualTo(401);
        assertThat(deliver("?token=t0ken", TOPIC, null).statusCode()).isEqualTo(401);
        assertThat(deliver("?token=t0ken", TOPIC, "a b").statusCode()).isEqualTo(401);
        assertThat(woken).hasValue(0);
    }

    @Test
    void letsNobodyInWithoutAToken() throws Exception {
        ItgcConfiguration.get().getEvents().setSnsTokenId("");
        assertThat(deliver("?token=", TOPIC, "id-1").statusCode()).isEqualTo(401);
        assertThat(deliver("?token=t0ken", TOPIC, "id-1").statusCode()).isEqualTo(401);
    }
}
