package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks a system, with time limits, a bound on the size of answers, retries of what may be asked twice, and respect for
 * its rate limit. Follows no redirects: credentials go where the configuration says and nowhere else.
 */
public final class HttpReader {
    /** Answers larger than this many bytes are not read. */
    public static final int LARGEST_BODY = 16 * 1024 * 1024;

    private static final Set<Integer> TRANSIENT = Set.of(502, 503, 504);

    private final HttpClient client;
    private final Endpoint endpoint;
    private final Clock clock;
    private final Problems problems;
    private final Limits limits;
    private final Throttle throttle;

    /**
     * How patient to be.
     *
     * @param answer longest wait for one answer
     * @param retries how often a read is tried again
     * @param pause first pause before trying again; doubles, with jitter
     */
    public record Limits(Duration answer, int retries, Duration pause) {
        /** Twenty seconds for an answer, two more tries, a quarter of a second before the first of them. */
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(20), 2, Duration.ofMillis(250));
    }

    /**
     * @param throttle shared by all readers that use the same account
     * @throws IllegalArgumentException when the client would follow redirects
     */
    public HttpReader(HttpClient client, Endpoint endpoint, Throttle throttle, Limits limits) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("A client that follows redirects would carry credentials elsewhere.");
        }
        this.client = client;
        this.endpoint = endpoint;
        this.throttle = throttle;
        this.clock = throttle.clock();
        this.limits = limits;
        this.problems = new Problems(endpoint.system());
    }

    /** The system that is asked. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** What went wrong in this system, as evidence that is not to be had. */
    public Problems problems() {
        return problems;
    }

    /** Reads below the endpoint; repeats transient failures. */
    public Answer get(String path, Map<String, String> headers) throws EvidenceUnavailable, InterruptedException {
        return get(endpoint.at(path), headers);
    }

    /** Reads a further page; an address outside the endpoint is refused, since credentials would go there. */
    public Answer get(URI address, Map<String, String> headers) throws EvidenceUnavailable, InterruptedException {
        return repeatable(request(address, headers).GET().build());
    }

    /** Asks a question that changes nothing although it is posted, such as a GraphQL query. */
    public Answer query(URI address, String json) throws EvidenceUnavailable, InterruptedException {
        return repeatable(posted("POST", address, json));
    }

    /** Changes something; never repeated by itself. */
    public Answer write(String method, String path, String json) throws EvidenceUnavailable, InterruptedException {
        return once(posted(method, endpoint.at(path), json));
    }

    /** Asks a question that changes nothing, whatever its method, such as CalDAV's REPORT. */
    public Answer ask(String method, URI address, Map<String, String> headers, String body)
            throws EvidenceUnavailable, InterruptedException {
        return repeatable(request(address, headers)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** Puts something there as a whole; repeats transient failures, since twice the same leaves the same. */
    public Answer put(URI address, Map<String, String> headers, String body)
            throws EvidenceUnavailable, InterruptedException {
        return repeatable(request(address, headers)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest posted(String method, URI address, String json) throws EvidenceUnavailable {
        return request(address, Map.of("Content-Type", "application/json"))
                .method(method, HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(URI address, Map<String, String> headers) throws EvidenceUnavailable {
        URI base = endpoint.base();
        if (!base.getAuthority().equals(address.getAuthority())
                || !base.getScheme().equals(address.getScheme())) {
            throw problems.foreignAddress(address);
        }
        HttpRequest.Builder builder = HttpRequest.newBuilder(address)
                .timeout(limits.answer())
                .header("Accept", "application/json")
                .header("User-Agent", "itgc-deploy-gates");
        headers.forEach(builder::setHeader);
        authenticate(builder, address);
        return builder;
    }

    private void authenticate(HttpRequest.Builder builder, URI address) throws EvidenceUnavailable {
        Optional<String> credentials = endpoint.credentials().get();
        try {
            credentials.ifPresent(value -> builder.header(endpoint.header(), value));
        } catch (IllegalArgumentException e) {
            // Without its cause, whose message repeats the credentials.
            throw problems.unsendableCredentials(address);
        }
    }

    private Answer repeatable(HttpRequest request) throws EvidenceUnavailable, InterruptedException {
        requireOpen();
        try {
            return checked(Retries.afterFailures(limits, this::transientFailure, () -> send(request)));
        } catch (IOException e) {
            throw problems.unreachable(request.uri(), e);
        }
    }

    private boolean transientFailure(Answer answer) {
        return TRANSIENT.contains(answer.status())
                && RateLimit.pause(answer, clock).isEmpty();
    }

    private Answer once(HttpRequest request) throws EvidenceUnavailable, InterruptedException {
        requireOpen();
        try {
            return checked(send(request));
        } catch (IOException e) {
            throw problems.unreachable(request.uri(), e);
        }
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, BoundedBody.upTo(LARGEST_BODY));
        try {
            HttpResponse<byte[]> response = asked.get(limits.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(request.uri(), response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException e) {
            // The request's own limit ends with the headers; a body may trickle for ever.
            throw new HttpTimeoutException("The answer was not complete in time.");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            asked.cancel(true);
        }
    }

    private Answer checked(Answer answer) throws EvidenceUnavailable {
        Optional<Duration> pause = RateLimit.pause(answer, clock);
        pause.ifPresent(throttle::close);
        if (pause.isPresent() && !answer.ok()) {
            throw problems.rateLimited(pause.get());
        }
        return answer;
    }

    /** A system whose rate limit is used up is not asked at all until the time is over. */
    private void requireOpen() throws EvidenceUnavailable {
        Optional<Duration> rest = throttle.rest();
        if (rest.isPresent()) {
            throw problems.rateLimited(rest.get());
        }
    }
}
