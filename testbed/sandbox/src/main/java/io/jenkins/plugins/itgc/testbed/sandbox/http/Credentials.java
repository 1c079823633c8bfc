package io.jenkins.plugins.itgc.testbed.sandbox.http;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who calls: a token of the world, sent as a bearer token or as the password of basic authentication. */
public final class Credentials {
    private Credentials() {}

    /** The caller, if the Authorization header holds a token that the world knows. */
    public static Optional<Account> caller(World world, Request request) {
        return request.header("authorization").flatMap(Credentials::token).flatMap(world::owner);
    }

    private static Optional<String> token(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return Optional.empty();
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer", "token" -> Optional.of(parts[1]);
            case "basic" -> password(parts[1]);
            default -> Optional.empty();
        };
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
