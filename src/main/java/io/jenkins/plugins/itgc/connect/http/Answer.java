package io.jenkins.plugins.itgc.connect.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a system answered.
 *
 * @param request where the question went
 * @param status HTTP status
 * @param headers HTTP headers
 * @param body at most {@link HttpReader#LARGEST_BODY} bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(URI request, int status, HttpHeaders headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Whether the status is one of success, from 200 to 299. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** The body, read as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @throws MalformedAnswer when the body is not JSON */
    public Json json() {
        try {
            JsonNode node = JSON.readTree(text());
            if (node == null || node.isMissingNode()) {
                throw new MalformedAnswer(request.getPath(), Message.of("connect.answer.empty"));
            }
            return new Json(node, request.getPath());
        } catch (JsonProcessingException e) {
            throw new MalformedAnswer(request.getPath(), Message.of("connect.answer.not-json"));
        }
    }

    /**
     * The further page that the Link header announces.
     *
     * @throws MalformedAnswer when what it announces is no address
     */
    public Optional<URI> nextPage() {
        return LinkHeader.next(request, headers.allValues("Link"));
    }
}
