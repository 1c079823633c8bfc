package io.jenkins.plugins.itgc.connect.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.connect.http.Answer;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.MalformedAnswer;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** GitHub's two interfaces at one address. */
final class GitHubApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ACCEPT =
            Map.of("Accept", "application/vnd.github+json", "X-GitHub-Api-Version", "2022-11-28");

    private final HttpReader http;
    private final URI graphQl;

    GitHubApi(HttpReader http) {
        this.http = http;
        this.graphQl = graphQlAddress(http.endpoint().base());
    }

    /** GitHub.com has it below its API host; GitHub Enterprise beside {@code /api/v3}. */
    private static URI graphQlAddress(URI rest) {
        String base = rest.toString().replaceFirst("/+$", "");
        return URI.create(base.endsWith("/v3") ? base.substring(0, base.length() - 3) + "/graphql" : base + "/graphql");
    }

    /** Runs a query of this package; an answer with errors is no answer, whatever data it also holds. */
    <T> T query(String document, Map<String, ?> variables, String object, Function<Json, T> reading)
            throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.query(graphQl, written(Map.of("query", resource(document), "variables", variables)));
        return read(answer, object, json -> {
                    Optional<Json> errors = json.optional("errors");
                    return errors.isPresent() ? Optional.<T>empty() : Optional.of(reading.apply(json.get("data")));
                })
                .orElseThrow(() -> failure(answer, object));
    }

    private EvidenceUnavailable failure(Answer answer, String object) {
        try {
            Optional<Json> first = answer.json().list("errors").stream().findFirst();
            String type = first.flatMap(error -> error.optionalText("type")).orElse("");
            String message =
                    first.flatMap(error -> error.optionalText("message")).orElse("");
            return GraphQlErrors.meaning(type, message, object, graphQl, http.problems());
        } catch (MalformedAnswer e) {
            return http.problems().malformed(graphQl, e);
        }
    }

    /** Reads one REST resource. */
    <T> T get(String path, String object, Function<Json, T> reading) throws EvidenceUnavailable, InterruptedException {
        return read(http.get(path, ACCEPT), object, reading);
    }

    /** Reads a REST resource that may be missing. */
    <T> Optional<T> find(String path, String object, Function<Json, T> reading)
            throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get(path, ACCEPT);
        return answer.status() == 404 ? Optional.empty() : Optional.of(read(answer, object, reading));
    }

    /** Reads a REST list page by page; more pages than {@code most} are an error, not a shorter list. */
    <T> List<T> list(String path, String object, int limit, Function<Json, List<T>> reading)
            throws EvidenceUnavailable, InterruptedException {
        return list(path, object, limit, reading, last -> true);
    }

    /**
     * Reads a sorted REST list as far as it is wanted.
     *
     * @param wanted whether what comes after this element may matter too
     */
    <T> List<T> list(String path, String object, int limit, Function<Json, List<T>> reading, Predicate<T> wanted)
            throws EvidenceUnavailable, InterruptedException {
        List<T> all = new ArrayList<>();
        Optional<URI> next = Optional.of(http.endpoint().at(path));
        for (int page = 0; next.isPresent() && (all.isEmpty() || wanted.test(all.get(all.size() - 1))); page++) {
            if (page == limit) {
                throw http.problems().cutShort(next.get(), Message.of("connect.part.pages", object, limit));
            }
            Answer answer = http.get(next.get(), ACCEPT);
            all.addAll(read(answer, object, reading));
            next = nextPage(answer);
        }
        return all;
    }

    private Optional<URI> nextPage(Answer answer) throws EvidenceUnavailable {
        try {
            return answer.nextPage();
        } catch (MalformedAnswer e) {
            throw http.problems().malformed(answer.request(), e);
        }
    }

    /** The raw content of a file at a commit; empty when there is none. */
    Optional<byte[]> content(RepositoryId repository, String path, String ref)
            throws EvidenceUnavailable, InterruptedException {
        String address = "/repos/" + repository + "/contents/" + PathSegments.encoded(path) + "?ref="
                + PathSegments.encodedValue(ref);
        Answer answer = http.get(address, Map.of("Accept", "application/vnd.github.raw+json"));
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.ok()) {
            throw http.problems().refused(answer, path + " of " + repository);
        }
        return Optional.of(answer.body());
    }

    /** Content that is not JSON. */
    byte[] raw(String path, String object) throws EvidenceUnavailable, InterruptedException {
        Answer answer = http.get(path, Map.of("Accept", "application/vnd.github.raw+json"));
        if (!answer.ok()) {
            throw http.problems().refused(answer, object);
        }
        return answer.body();
    }

    /** Changes something by REST. */
    Json write(String method, String path, String object, Map<String, ?> body)
            throws EvidenceUnavailable, InterruptedException {
        return read(http.write(method, path, written(body)), object, json -> json);
    }

    private <T> T read(Answer answer, String object, Function<Json, T> reading) throws EvidenceUnavailable {
        if (!answer.ok()) {
            throw http.problems().refused(answer, object);
        }
        try {
            return reading.apply(answer.json());
        } catch (MalformedAnswer e) {
            throw http.problems().malformed(answer.request(), e);
        }
    }

    EvidenceUnavailable malformed(MalformedAnswer cause) {
        return http.problems().malformed(graphQl, cause);
    }

    /** Says that GitHub does not show all of something. */
    EvidenceUnavailable cutShort(Message what) {
        return http.problems().cutShort(graphQl, what);
    }

    /** Says that something moved while it was read. */
    EvidenceUnavailable moved(String name) {
        return http.problems().moved(name, graphQl);
    }

    /** Says why something cannot be told; both sentences of the code take the arguments. */
    EvidenceUnavailable unavailable(String code, Object... arguments) {
        return http.problems().unavailable(code, http.endpoint().base(), arguments);
    }

    /** The same with sentences of their own. */
    EvidenceUnavailable unavailable(String code, Message what, Message next) {
        return http.problems().unavailable(code, what, next, http.endpoint().base());
    }

    private static String written(Map<String, ?> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A request of our own cannot be written.", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = GitHubApi.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
