package io.jenkins.plugins.itgc.jenkins.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What SNS delivers raw: without envelope and without signature. The only proof that such a delivery can carry is a token in
 * the address that was subscribed.
 *
 * @param topics ARNs of the topics that may send
 * @param tokens those that are configured; without any, nothing raw is taken
 */
record RawSns(Set<String> topics, List<String> tokens) {
    static final String ID = "x-amz-sns-message-id";

    private static final Pattern MESSAGE = Pattern.compile("[A-Za-z0-9-]{1,100}");
    private static final String TOKEN = "token=";

    static boolean is(HttpServletRequest request) {
        return "true".equals(request.getHeader("x-amz-sns-rawdelivery"));
    }

    boolean allows(HttpServletRequest request) {
        String topic = request.getHeader("x-amz-sns-topic-arn");
        return MESSAGE.matcher(Objects.requireNonNullElse(request.getHeader(ID), ""))
                        .matches()
                && topic != null
                && topics.contains(topic)
                && known(Objects.requireNonNullElse(request.getQueryString(), ""));
    }

    /** The query as it was sent: reading parameters could read the body. */
    private boolean known(String query) {
        byte[] said = query.startsWith(TOKEN)
                ? query.substring(TOKEN.length()).getBytes(StandardCharsets.UTF_8)
                : new byte[0];
        boolean known = false;
        for (String token : tokens) {
            known |= MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), said);
        }
        return known;
    }
}
