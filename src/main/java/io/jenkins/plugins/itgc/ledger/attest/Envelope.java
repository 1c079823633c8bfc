package io.jenkins.plugins.itgc.ledger.attest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A signed statement as DSSE 1.0 has it.
 *
 * @param payload the statement's JSON
 * @param keyId which key signed
 * @param signature over type and payload
 */
public record Envelope(String payload, String keyId, String signature) {
    private static final String TYPE = "application/vnd.in-toto+json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** A statement, signed. */
    public static Envelope sign(Statement statement, SigningKey key) {
        String payload = CanonicalJson.of(statement);
        String signature = Base64.getEncoder().encodeToString(key.sign(signedBytes(payload)));
        return new Envelope(payload, key.publicPart().id(), signature);
    }

    /** DSSE's pre-authentication encoding: a signature never fits something of another type. */
    private static byte[] signedBytes(String payload) {
        int length = payload.getBytes(StandardCharsets.UTF_8).length;
        return ("DSSEv1 " + TYPE.length() + " " + TYPE + " " + length + " " + payload).getBytes(StandardCharsets.UTF_8);
    }

    /** One line of JSON. */
    public String line() {
        String base64 = Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        return CanonicalJson.of(Map.of(
                "payload", base64,
                "payloadType", TYPE,
                "signatures", List.of(Map.of("keyid", keyId, "sig", signature))));
    }

    /** @throws IllegalArgumentException when the line is not exactly as {@link #line} writes it */
    public static Envelope read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            byte[] payload = Base64.getDecoder().decode(node.path("payload").asText());
            JsonNode signature = node.path("signatures").path(0);
            Envelope envelope = new Envelope(
                    new String(payload, StandardCharsets.UTF_8),
                    signature.path("keyid").asText(),
                    signature.path("sig").asText());
            if (envelope.line().equals(line)) {
                return envelope;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is not a signed statement.", e);
        }
        throw new IllegalArgumentException("This is not a signed statement as the plugin writes it.");
    }

    /**
     * What is said, once the signature proves who says it.
     *
     * @param keys whose word counts
     * @throws IllegalArgumentException when none of the keys signed it; the message says why
     */
    public Statement statement(Collection<VerifyingKey> keys) {
        VerifyingKey key = keys.stream()
                .filter(known -> known.id().equals(keyId))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("It is signed by a key that is not known: " + keyId + "."));
        if (!key.signed(signedBytes(payload), signatureBytes())) {
            throw new IllegalArgumentException("Its signature is wrong: it was changed, or not signed by this key.");
        }
        return unproven();
    }

    /** What is said, whoever says it. */
    Statement unproven() {
        try {
            return JSON.readValue(payload, Statement.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("It is no statement.", e);
        }
    }

    private byte[] signatureBytes() {
        byte[] bytes = Base64.getDecoder().decode(signature);
        if (!Base64.getEncoder().encodeToString(bytes).equals(signature)) {
            throw new IllegalArgumentException("Its signature is not written as usual.");
        }
        return bytes;
    }
}
