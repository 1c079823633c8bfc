package io.jenkins.plugins.itgc.ledger.attest;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** An Ed25519 key that signs. Never shown: its text is the secret itself. */
public final class SigningKey {
    private final PrivateKey hidden;
    private final VerifyingKey publicPart;

    private SigningKey(PrivateKey hidden, VerifyingKey publicPart) {
        this.hidden = hidden;
        this.publicPart = publicPart;
    }

    /** A new key of the platform's own secure random numbers. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), new VerifyingKey(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no Ed25519.", e);
        }
    }

    /** @throws IllegalArgumentException when the text is not what {@link #secretText} gave; it is not repeated */
    public static SigningKey of(String secretText) {
        String[] parts = secretText.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("This is not a signing key.");
        }
        try {
            byte[] hidden = Base64.getDecoder().decode(parts[0]);
            PrivateKey key = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(hidden));
            SigningKey signing =
                    new SigningKey(key, VerifyingKey.of(Base64.getDecoder().decode(parts[1])));
            signing.requireOnePair();
            return signing;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not a signing key.", e);
        }
    }

    private void requireOnePair() {
        byte[] probe = {1};
        if (!publicPart.signed(probe, sign(probe))) {
            throw new IllegalArgumentException("The two parts of this signing key do not belong together.");
        }
    }

    /** Both parts of the key, for a place where secrets lie. */
    public String secretText() {
        Base64.Encoder base64 = Base64.getEncoder();
        return base64.encodeToString(hidden.getEncoded()) + ":"
                + base64.encodeToString(publicPart.encoded().getEncoded());
    }

    /** The part by which others check what this key signed; no secret. */
    public VerifyingKey publicPart() {
        return publicPart;
    }

    byte[] sign(byte[] content) {
        try {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(hidden);
            signing.update(content);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no Ed25519.", e);
        }
    }
}
