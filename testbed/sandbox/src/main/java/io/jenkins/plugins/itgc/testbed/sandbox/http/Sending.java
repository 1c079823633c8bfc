package io.jenkins.plugins.itgc.testbed.sandbox.http;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts an answer on the wire, whole or cut off. */
final class Sending {
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final List<FaultYaml> faults;

    Sending(Request request, Response response, Callback callback, List<FaultYaml> faults) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.faults = faults;
    }

    void send(Answer answer) {
        response.setStatus(answer.status());
        answer.headers().forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.DATE, date());
        Optional<Integer> cut = faults.stream()
                .map(FaultYaml::truncate)
                .filter(Objects::nonNull)
                .findFirst();
        if (cut.isPresent() && cut.get() < answer.body().length) {
            sendPart(answer, cut.get());
        } else {
            response.write(true, ByteBuffer.wrap(answer.body()), callback);
        }
    }

    /** The length is announced for the whole, so the reader can tell that some is missing. */
    private void sendPart(Answer answer, int length) {
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        ByteBuffer part = ByteBuffer.wrap(answer.body(), 0, length);
        response.write(false, part, Callback.from(this::hangUp, callback::failed));
    }

    private void hangUp() {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
        callback.failed(new java.io.EOFException("cut off as the world says"));
    }

    private String date() {
        Duration skew = faults.stream().map(FaultYaml::clockSkew).reduce(Duration.ZERO, Duration::plus);
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(skew).atOffset(ZoneOffset.UTC));
    }
}
