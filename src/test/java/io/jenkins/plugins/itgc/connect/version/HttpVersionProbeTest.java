package io.jenkins.plugins.itgc.connect.version;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A service says which commit of it runs, or it is not known. */
class HttpVersionProbeTest {
    private final StandIn service = new StandIn();

    @AfterEach
    void stop() {
        service.close();
    }

    private HttpVersionProbe probe(String path) {
        return new HttpVersionProbe(
                service.reader(service.base().resolve("/version?full=1"), Duration.ofSeconds(5)), path);
    }

    private void notKnown(String path, ResponseDefinitionBuilder answer, String why) {
        service.on("/version?full=1", answer);
        assertThatExceptionOfType(EvidenceUnavailable.class)
                .isThrownBy(() -> probe(path).running())
                .satisfies(e -> assertThat(e.finding().what()).contains(why));
    }

    @Test
    void readsAMemberOfAJsonAnswer() throws Exception {
        service.on("/version?full=1", "{\"build\":{\"commit\":\"abcdef0\"}}");
        assertThat(probe("build.commit").running()).isEqualTo("abcdef0");
    }

    @Test
    void readsAnAnswerThatIsTheVersion() throws Exception {
        service.on("/version?full=1", aResponse().withBody("abcdef0\n"));
        assertThat(probe("").running()).isEqualTo("abcdef0\n");
    }

    @Test
    void doesNotKnowWhatAnOddAnswerMeans() {
        notKnown("build.commit", aResponse().withBody("{\"build\":{}}"), "no \"commit\"");
        notKnown("build.commit", aResponse().withBody("{\"build\":{\"commit\":7}}"), "no text");
        notKnown("build.commit", aResponse().withBody("<html>"), "not JSON");
        notKnown("build..commit", aResponse().withBody("{\"build\":{\"commit\":\"abcdef0\"}}"), "no \"\"");
        notKnown("", aResponse().withBody("x".repeat(1001)), "1001 bytes");
    }

    @Test
    void doesNotKnowWhatAFailureMeans() {
        notKnown("", aResponse().withStatus(503), "answered 503");
        notKnown("", aResponse().withStatus(404), "answered 404");
        notKnown("", temporaryRedirect("https://elsewhere.example/"), "answered 302");
    }
}
