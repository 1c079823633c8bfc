package io.jenkins.plugins.itgc.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.InParallel;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A system of record that answers as a test says; what it was not told to answer does not exist. */
public final class StandIn implements AutoCloseable {
    public static final String TOKEN = "tok-5d1f0c2ab7e94";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    public final WireMockServer server = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .dynamicHttpsPort()
            .bindAddress("127.0.0.1")
            .containerThreads(12));
    public final TurnedClock clock = new TurnedClock();
    public final Throttle throttle = new Throttle(clock);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    public StandIn() {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public HttpReader reader() {
        return reader(base(), PATIENCE);
    }

    public HttpReader reader(URI base, Duration patience) {
        return reader(Endpoint.bearer("Standin", base, () -> Optional.of(TOKEN)), patience);
    }

    public HttpReader reader(Endpoint endpoint, Duration patience) {
        HttpReader.Limits limits = new HttpReader.Limits(patience, 2, Duration.ofMillis(1));
        return new HttpReader(CLIENT, endpoint, throttle, limits);
    }

    public InParallel parallel() {
        return new InParallel(threads);
    }

    /** Answers a read. */
    public void on(String pathAndQuery, String json) {
        on(pathAndQuery, okJson(json));
    }

    public void on(String pathAndQuery, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo(pathAndQuery)).willReturn(answer));
    }

    /** Everything that it was asked, oldest first. */
    public List<LoggedRequest> asked() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop();
    }
}
