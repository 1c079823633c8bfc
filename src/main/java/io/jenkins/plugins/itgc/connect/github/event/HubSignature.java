package io.jenkins.plugins.itgc.connect.github.event;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** GitHub's signature over the raw bytes of what it delivers: HMAC with SHA-256, as in {@code X-Hub-Signature-256}. */
public final class HubSignature {
    private static final Pattern FORM = Pattern.compile("sha256=[0-9a-f]{64}");

    private HubSignature() {}

    /**
     * Whether a delivery was signed with one of the secrets. Takes as long whichever byte differs.
     *
     * @param header value of the header; null when it is missing, which is no signature
     * @param secrets those in use, two of them while they are being changed; none, or an empty one, signs nothing
     */
    public static boolean valid(byte[] body, @Nullable String header, List<String> secrets) {
        if (header == null || !FORM.matcher(header).matches()) {
            return false;
        }
        byte[] given = header.getBytes(StandardCharsets.US_ASCII);
        boolean valid = false;
        for (String secret : secrets) {
            valid |= !secret.isEmpty() && MessageDigest.isEqual(given, header(body, secret));
        }
        return valid;
    }

    private static byte[] header(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return ("sha256=" + HexFormat.of().formatHex(mac.doFinal(body))).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
