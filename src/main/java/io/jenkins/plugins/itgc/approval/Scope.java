package io.jenkins.plugins.itgc.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What exactly is asked to be approved: a fingerprint of each part of it.
 *
 * @param parts name of the part, such as {@code acme/orders#12}, and SHA-256 of what it says
 */
public record Scope(Map<String, String> parts) {
    public Scope {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
    }

    /**
     * The parts that are not as they were there: changed or new. What is carried no more, because an earlier deploy in
     * the queue has taken it, changes nothing about the rest; the tree is always a part.
     */
    public List<String> changedSince(Scope earlier) {
        return parts.keySet().stream()
                .filter(name -> !Objects.equals(parts.get(name), earlier.parts.get(name)))
                .toList();
    }

    /** The fingerprint of texts; where one ends and the next begins is part of it. */
    public static String fingerprint(String... texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] bytes = String.valueOf(text).getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
