package io.jenkins.plugins.itgc.ledger;

/**
 * A draft whose body is written as it will be kept.
 *
 * @param draft what is to be appended
 * @param body its body as canonical JSON
 * @param bodyHash SHA-256 of that
 */
public record SealedDraft(Draft draft, String body, String bodyHash) {
    /** @throws IllegalArgumentException when the body cannot be written as JSON */
    public static SealedDraft of(Draft draft) {
        String body = CanonicalJson.of(draft.body());
        return new SealedDraft(draft, body, HashChain.sha256(body));
    }
}
