package io.jenkins.plugins.itgc.connect.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A status or a form that is not the documented one is a sentence with a next step, never an empty answer. */
class RestTest {
    private final StandIn system = new StandIn();
    private final Rest rest = new Rest(system.reader());

    @AfterEach
    void stop() {
        system.close();
    }

    private EvidenceUnavailable said() {
        return Unavailable.when(() -> rest.get("/thing", "the thing", json -> json.text("name")));
    }

    @ParameterizedTest
    @CsvSource({
        "401, connect.unauthorized, Renew the credentials",
        "403, connect.forbidden, permission",
        "404, connect.not-found, Check the name",
        "410, connect.refused, Check the address",
        "302, connect.refused, Check the address",
        "500, connect.failing, tried again",
        "503, connect.failing, tried again"
    })
    void saysWhatToDoAboutAStatus(int status, String code, String next) {
        system.on("/thing", aResponse().withStatus(status));
        Finding finding = said().finding();
        assertThat(finding.code()).isEqualTo(code);
        assertThat(finding.what()).isEqualTo("Standin answered " + status + " for the thing.");
        assertThat(finding.next()).contains(next);
        assertThat(finding.link()).isEqualTo(system.base() + "/thing");
    }

    @Test
    void triesAgainOnlyWhatMayPass() {
        system.on("/thing", aResponse().withStatus(500));
        assertThat(said().retryAfter()).isPositive();
        system.on("/thing", aResponse().withStatus(401));
        assertThat(said().retryAfter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Log in</html>", "{\"name\": \"x\"} {}", "{\"name\": 7}", "[]", "{\"nam"})
    void callsAnythingElseMalformed(String body) {
        system.on("/thing", ok(body));
        assertThat(said().finding().code()).isEqualTo("connect.malformed");
        assertThat(said().finding().what()).doesNotContain("html");
    }

    @Test
    void findsNothingWhereNothingIs() throws Exception {
        assertThat(rest.find("/thing", "the thing", json -> json)).isEmpty();
    }

    @Test
    void doesNotTakeAForbiddenThingForAMissingOne() {
        system.on("/thing", aResponse().withStatus(403));
        assertThat(Unavailable.code(() -> rest.find("/thing", "the thing", json -> json)))
                .isEqualTo("connect.forbidden");
    }

    @ParameterizedTest
    @CsvSource({
        "https://jira.example, https://jira.example/rest",
        "https://jira.example/, https://jira.example/rest",
        "https://example/jira/, https://example/jira/rest"
    })
    void asksBelowTheBase(URI base, URI asked) {
        assertThat(new Endpoint("Jira", base, "Authorization", java.util.Optional::empty).at("/rest"))
                .isEqualTo(asked);
    }
}
