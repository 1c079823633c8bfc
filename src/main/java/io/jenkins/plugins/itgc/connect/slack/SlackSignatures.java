package io.jenkins.plugins.itgc.connect.slack;

import com.slack.api.app_backend.SlackSignature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature of version 0 over time and raw body. Slack's own library makes the signature; the comparison is done
 * here, since the library's takes longer the more of it is right.
 */
public final class SlackSignatures {
    /** Requests whose time is further away than this are refused. */
    public static final Duration OLDEST = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final Clock clock;

    /** @param clock says how old a request is */
    public SlackSignatures(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether Slack sent this, and just now.
     *
     * @param timestamp header {@code X-Slack-Request-Timestamp}; null when it is missing
     * @param signature header {@code X-Slack-Signature}; null when it is missing
     * @param secrets those in use; none signs nothing
     */
    public boolean valid(byte[] body, @Nullable String timestamp, @Nullable String signature, List<String> secrets) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()
                || !recent(timestamp)) {
            return false;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        for (String secret : secrets) {
            String own = secret.isEmpty() ? "" : new SlackSignature.Generator(secret).generate(timestamp, text);
            valid |= !own.isEmpty() && MessageDigest.isEqual(given, own.getBytes(StandardCharsets.UTF_8));
        }
        return valid;
    }

    private boolean recent(String timestamp) {
        long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
        return apart <= OLDEST.toSeconds();
    }
}
