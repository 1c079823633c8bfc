package io.jenkins.plugins.itgc.testbed.controller.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens by which programs act for people; they live as long as the controller runs. */
public final class ApiTokens {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, Set<String>> byUser = new ConcurrentHashMap<>();

    /** A new token for a person. */
    public String create(String user) {
        byte[] bytes = new byte[17];
        RANDOM.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        byUser.computeIfAbsent(user, u -> ConcurrentHashMap.newKeySet()).add(token);
        return token;
    }

    /** Whether the token is one of the person's. */
    public boolean accepts(String user, String token) {
        byte[] given = token.getBytes(StandardCharsets.UTF_8);
        return byUser.getOrDefault(user, Set.of()).stream()
                .anyMatch(t -> MessageDigest.isEqual(t.getBytes(StandardCharsets.UTF_8), given));
    }
}
