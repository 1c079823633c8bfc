package io.jenkins.plugins.itgc.connect.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.Unavailable;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads are bounded in time and size and repeated when that is harmless; credentials stay where they belong. */
class HttpReaderTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final StandIn system = new StandIn();
    private final HttpReader http = system.reader();

    @AfterEach
    void stop() {
        system.close();
    }

    private void answer(ResponseDefinitionBuilder always) {
        system.server.stubFor(any(anyUrl()).willReturn(always));
    }

    private void answer(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        system.server.stubFor(any(anyUrl())
                .inScenario("twice")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("asked")
                .willReturn(first));
        system.server.stubFor(
                any(anyUrl()).inScenario("twice").whenScenarioStateIs("asked").willReturn(then));
    }

    private Answer read() throws EvidenceUnavailable, InterruptedException {
        return http.get("/thing", Map.of());
    }

    private static ResponseDefinitionBuilder status(int status) {
        return aResponse().withStatus(status);
    }

    @Test
    void readsWithItsCredentials() throws Exception {
        answer(okJson("{\"name\": \"thing\"}"));
        assertThat(read().json().text("name")).isEqualTo("thing");
        assertThat(system.asked())
                .extracting(request -> request.getHeader("Authorization"))
                .containsExactly("Bearer " + StandIn.TOKEN);
    }

    @Nested
    class Repeating {
        @ParameterizedTest
        @ValueSource(ints = {502, 503, 504})
        void repeatsAReadThatFailedInPassing(int status) throws Exception {
            answer(status(status), okJson("{}"));
            assertThat(read().ok()).isTrue();
            assertThat(system.asked()).hasSize(2);
        }

        @Test
        void repeatsAQueryThatIsPosted() throws Exception {
            answer(status(503), okJson("{}"));
            assertThat(http.query(system.base().resolve("/graphql"), "{}").ok()).isTrue();
            assertThat(system.asked())
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsExactly("{}", "{}");
        }

        @Test
        void neverRepeatsAWriteThatFailed() throws Exception {
            answer(status(503), okJson("{}"));
            assertThat(http.write("POST", "/thing", "{}").status()).isEqualTo(503);
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void neverRepeatsAWriteWhoseAnswerWasLost() {
            answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK), okJson("{}"));
            assertThat(Unavailable.code(() -> http.write("POST", "/thing", "{}")))
                    .isEqualTo("connect.unreachable");
            assertThat(system.asked()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(ints = {400, 401, 403, 404, 422, 500})
        void doesNotRepeatWhatWillNotChange(int status) throws Exception {
            answer(status(status), okJson("{}"));
            assertThat(read().status()).isEqualTo(status);
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void givesUpAfterTwoRepetitions() throws Exception {
            answer(status(503));
            assertThat(read().status()).isEqualTo(503);
            assertThat(system.asked()).hasSize(3);
        }
    }

    @Nested
    class Patience {
        @Test
        void givesUpOnASystemThatDoesNotAnswer() {
            answer(okJson("{}").withFixedDelay(5_000));
            EvidenceUnavailable said =
                    Unavailable.when(() -> system.reader(system.base(), SHORT).get("/thing", Map.of()));
            assertThat(said.finding().what()).isEqualTo("Standin did not answer in time.");
            assertThat(said.retryAfter()).isPositive();
        }

        @Test
        void givesUpOnAnAnswerThatTrickles() {
            answer(okJson("[" + " ".repeat(4_000) + "]").withChunkedDribbleDelay(200, 8_000));
            EvidenceUnavailable said =
                    Unavailable.when(() -> system.reader(system.base(), SHORT).get("/thing", Map.of()));
            assertThat(said.finding().what()).isEqualTo("Standin did not answer in time.");
        }

        @Test
        void refusesAnAnswerThatIsTooLargeAndDoesNotAskForItAgain() {
            answer(aResponse().withBody(new byte[HttpReader.LARGEST_BODY + 1]));
            EvidenceUnavailable said = Unavailable.when(HttpReaderTest.this::read);
            assertThat(said.finding().what()).contains("more than can be read").contains("16 MiB");
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void readsAnAnswerThatIsJustSmallEnough() throws Exception {
            answer(aResponse().withBody(new byte[HttpReader.LARGEST_BODY]));
            assertThat(read().body()).hasSize(HttpReader.LARGEST_BODY);
        }

        @Test
        void isInterruptedAtOnce() {
            answer(okJson("{}").withFixedDelay(5_000));
            Thread.currentThread().interrupt();
            assertThatThrownBy(HttpReaderTest.this::read).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).as("the exception says it already").isFalse();
        }
    }

    @Nested
    class BrokenConnections {
        @ParameterizedTest
        @EnumSource
        void saysThatTheConnectionBroke(Fault fault) {
            answer(aResponse().withFault(fault));
            EvidenceUnavailable said = Unavailable.when(HttpReaderTest.this::read);
            assertThat(said.finding().code()).isEqualTo("connect.unreachable");
            assertThat(said.finding().what()).isEqualTo("Standin broke off the connection.");
            assertThat(said.retryAfter()).isPositive();
        }

        @Test
        void saysThatNobodyListens() throws IOException {
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
            URI nobody = URI.create("http://127.0.0.1:" + port);
            EvidenceUnavailable said =
                    Unavailable.when(() -> system.reader(nobody, SHORT).get("/thing", Map.of()));
            assertThat(said.finding().what()).isEqualTo("Standin cannot be reached at 127.0.0.1:" + port + ".");
        }

        @Test
        void saysThatANameIsUnknown() {
            URI unknown = URI.create("http://no-such-host.invalid");
            EvidenceUnavailable said = Unavailable.when(
                    () -> system.reader(unknown, Duration.ofSeconds(10)).get("/thing", Map.of()));
            assertThat(said.finding().what()).isEqualTo("Standin cannot be reached at no-such-host.invalid.");
        }

        @Test
        void trustsNoCertificateOfItsOwnMaking() {
            URI secure = URI.create("https://127.0.0.1:" + system.server.httpsPort());
            EvidenceUnavailable said = Unavailable.when(
                    () -> system.reader(secure, Duration.ofSeconds(10)).get("/thing", Map.of()));
            assertThat(said.finding().what()).contains("no certificate that this controller trusts");
        }
    }

    @Nested
    class RateLimits {
        private void refusedFor(long seconds) {
            EvidenceUnavailable said = Unavailable.when(HttpReaderTest.this::read);
            assertThat(said.finding().code()).isEqualTo("connect.rate-limited");
            assertThat(said.retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
        }

        @ParameterizedTest
        @ValueSource(ints = {403, 429, 503})
        void leavesTheSystemAloneForAsLongAsItAsks(int status) throws Exception {
            answer(status(status).withHeader("Retry-After", "120"), okJson("{}"));
            refusedFor(120);
            system.clock.turn(Duration.ofSeconds(119));
            refusedFor(1);
            assertThat(system.asked()).hasSize(1);
            system.clock.turn(Duration.ofSeconds(1));
            assertThat(read().ok()).isTrue();
        }

        @Test
        void understandsADate() {
            answer(status(503).withHeader("Retry-After", "Thu, 01 Oct 2026 12:05:00 GMT"));
            refusedFor(300);
        }

        @Test
        void waitsAMinuteWhenNoTimeIsTold() {
            answer(status(429));
            refusedFor(60);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
                    "API rate limit exceeded for installation ID 1.",
                    "You have triggered an abuse detection mechanism."
                })
        void waitsAMinuteWhenALimitIsToldOnlyInWords(String message) {
            answer(status(403).withBody("{\"message\": \"" + message + "\"}"));
            refusedFor(60);
            system.clock.turn(Duration.ofSeconds(59));
            refusedFor(1);
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void waitsUntilTheLimitIsResetWhenNoPauseIsTold() {
            long reset = system.clock.instant().getEpochSecond() + 600;
            answer(status(403)
                    .withHeader("X-RateLimit-Remaining", "0")
                    .withHeader("X-RateLimit-Reset", Long.toString(reset)));
            refusedFor(600);
        }

        @Test
        void waitsAMinuteWhenTheLimitIsUsedUpUntilNobodySaysWhen() {
            answer(status(403).withHeader("X-RateLimit-Remaining", "0"));
            refusedFor(60);
        }

        @Test
        void takesAMissingPermissionForNoLimit() throws Exception {
            answer(status(403)
                    .withHeader("X-RateLimit-Remaining", "4999")
                    .withBody("{\"message\": \"Resource not accessible by integration\"}"));
            assertThat(read().status()).isEqualTo(403);
            assertThat(read().status()).isEqualTo(403);
        }

        @Test
        void takesAnAnswerThatUsesTheLimitUpAndAsksNothingMore() throws Exception {
            long reset = system.clock.instant().getEpochSecond() + 1_800;
            answer(okJson("{}")
                    .withHeader("X-RateLimit-Remaining", "0")
                    .withHeader("X-RateLimit-Reset", Long.toString(reset)));
            assertThat(read().ok()).isTrue();
            refusedFor(1_800);
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void holdsBackWritesToo() {
            answer(status(429));
            refusedFor(60);
            assertThat(Unavailable.code(() -> http.write("POST", "/thing", "{}")))
                    .isEqualTo("connect.rate-limited");
            assertThat(system.asked()).hasSize(1);
        }

        @Test
        void holdsBackEveryReaderOfTheAccount() {
            answer(status(429));
            refusedFor(60);
            assertThat(Unavailable.code(() -> system.reader().get("/other", Map.of())))
                    .isEqualTo("connect.rate-limited");
            assertThat(system.asked()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
        void waitsNeverLongerThanTwoHours(String for99Ages) {
            answer(status(429).withHeader("Retry-After", for99Ages));
            refusedFor(7_200);
        }

        @Test
        void isNotTalkedIntoAShorterPauseByALaterAnswer() {
            system.throttle.close(Duration.ofMinutes(10));
            system.throttle.close(Duration.ofSeconds(5));
            refusedFor(600);
        }
    }

    @Nested
    class Credentials {
        @Test
        void followNoRedirect() throws Exception {
            answer(temporaryRedirect("/elsewhere"));
            assertThat(read().status()).isEqualTo(302);
            assertThat(system.asked()).extracting(LoggedRequest::getUrl).containsExactly("/thing");
        }

        @Test
        void areNotGivenToAClientThatFollowsRedirects() {
            HttpClient follower = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new HttpReader(follower, http.endpoint(), system.throttle, HttpReader.Limits.DEFAULT));
        }

        @Test
        void doNotGoToAnotherHost() {
            try (StandIn other = new StandIn()) {
                URI foreign = other.base().resolve("/thing?page=2");
                assertThat(Unavailable.when(() -> http.get(foreign, Map.of()))
                                .finding()
                                .what())
                        .isEqualTo("Standin points to another host.");
                assertThat(Unavailable.code(() -> http.query(foreign, "{}"))).isEqualTo("connect.malformed");
                assertThat(other.asked()).isEmpty();
            }
        }

        @Test
        void doNotGoAnywhereThatOnlyLooksLikeTheHost() {
            String authority = system.base().getAuthority();
            for (String address : new String[] {
                "https://" + authority, "http://" + authority + "@127.0.0.1:1/", "//" + authority, "/x"
            }) {
                assertThat(Unavailable.code(() -> http.get(URI.create(address), Map.of())))
                        .as(address)
                        .isEqualTo("connect.malformed");
            }
            assertThat(system.asked()).isEmpty();
        }

        @Test
        void areAskedForAgainForEachRequest() throws Exception {
            answer(okJson("{}"));
            int[] count = {0};
            Endpoint fresh = Endpoint.bearer("Standin", system.base(), () -> Optional.of("t" + ++count[0]));
            HttpReader reader = system.reader(fresh, SHORT.multipliedBy(20));
            reader.get("/a", Map.of());
            reader.get("/b", Map.of());
            assertThat(system.asked())
                    .extracting(request -> request.getHeader("Authorization"))
                    .containsExactlyInAnyOrder("Bearer t1", "Bearer t2");
        }

        @Test
        void areNotRepeatedWhenTheyCannotBeSent() {
            String broken = StandIn.TOKEN + "\n";
            Endpoint endpoint = Endpoint.bearer("Standin", system.base(), () -> Optional.of(broken));
            EvidenceUnavailable said =
                    Unavailable.when(() -> system.reader(endpoint, SHORT).get("/thing", Map.of()));
            assertThat(said.finding().what()).contains("a character that cannot be sent");
            assertThat(everythingIn(said)).doesNotContain(StandIn.TOKEN);
        }

        @ParameterizedTest
        @ValueSource(ints = {401, 403, 404, 429, 500, 503})
        void appearInNoProblem(int status) {
            answer(status(status).withBody("Bad credentials: " + StandIn.TOKEN));
            EvidenceUnavailable said = Unavailable.when(
                    () -> new Rest(http).get("/thing?key=" + StandIn.TOKEN, "the thing", json -> json));
            assertThat(everythingIn(said)).doesNotContain(StandIn.TOKEN);
        }

        @Test
        void appearInNoName() throws Exception {
            answer(okJson("{}"));
            Endpoint.Login login = new Endpoint.Login("alice", StandIn.TOKEN);
            assertThat(http.endpoint().toString() + login + read())
                    .doesNotContain(StandIn.TOKEN)
                    .doesNotContain(login.header());
        }

        private static String everythingIn(EvidenceUnavailable said) {
            StringWriter trace = new StringWriter();
            said.printStackTrace(new PrintWriter(trace));
            return trace + said.finding().toString();
        }
    }
}
