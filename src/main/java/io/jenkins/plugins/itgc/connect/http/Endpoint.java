package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.Message;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A system that is spoken to over HTTP.
 *
 * @param system what people call it, such as GitHub
 * @param base address below which all requests go
 * @param header name of the header that carries the credentials
 * @param credentials value of that header, asked for each request so that short-lived tokens stay fresh; empty for none
 */
public record Endpoint(Message system, URI base, String header, Supplier<Optional<String>> credentials) {
    public Endpoint {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(base, "base");
    }

    /** An endpoint whose name is the same in every language. */
    public Endpoint(String system, URI base, String header, Supplier<Optional<String>> credentials) {
        this(Message.text(system), base, header, credentials);
    }

    /** An endpoint that takes a token in the Authorization header. */
    public static Endpoint bearer(String system, URI base, Supplier<Optional<String>> token) {
        return bearer(Message.text(system), base, token);
    }

    /** The same for one whose name is not the same in every language. */
    public static Endpoint bearer(Message system, URI base, Supplier<Optional<String>> token) {
        return new Endpoint(system, base, "Authorization", () -> token.get().map("Bearer "::concat));
    }

    /** An endpoint that takes whatever the Authorization header is to say. */
    public static Endpoint authorized(Message system, URI base, Supplier<Optional<String>> authorization) {
        return new Endpoint(system, base, "Authorization", authorization);
    }

    /** An endpoint that takes user name and password. */
    public static Endpoint basic(String system, URI base, Supplier<Optional<Login>> login) {
        return new Endpoint(system, base, "Authorization", () -> login.get().map(Login::header));
    }

    /**
     * User name and password.
     *
     * @param user name
     * @param password secret
     */
    public record Login(String user, String password) {
        /** What the Authorization header says. */
        public String header() {
            byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(pair);
        }

        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** The address of something below the base. */
    public URI at(String path) {
        String root = base.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }
}
