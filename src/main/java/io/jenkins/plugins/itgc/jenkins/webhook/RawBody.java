package io.jenkins.plugins.itgc.jenkins.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The bytes of a request as they were signed, but not more of them than anybody means to send. */
public final class RawBody {
    private RawBody() {}

    /** Empty when there are more. */
    public static Optional<byte[]> upTo(int limit, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > limit) {
            return Optional.empty();
        }
        InputStream in = request.getInputStream();
        byte[] body = in.readNBytes(limit + 1);
        return body.length > limit ? Optional.empty() : Optional.of(body);
    }
}
