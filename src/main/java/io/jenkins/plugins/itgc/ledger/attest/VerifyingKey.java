package io.jenkins.plugins.itgc.ledger.attest;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public part of an Ed25519 key.
 *
 * @param encoded as X.509 has it
 */
public record VerifyingKey(PublicKey encoded) {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
    private static final String END = "-----END PUBLIC KEY-----\n";
    private static final Pattern PEM =
            Pattern.compile(Pattern.quote(BEGIN) + "([A-Za-z0-9+/=\n]{1,200})\n" + Pattern.quote(END));

    /** @throws IllegalArgumentException when these are not the bytes of an Ed25519 key */
    public static VerifyingKey of(byte[] encoded) {
        try {
            return new VerifyingKey(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("This is not an Ed25519 public key.", e);
        }
    }

    /**
     * Reads keys that stand one after another in a text.
     *
     * @throws IllegalArgumentException when there is anything else in it, or nothing
     */
    public static List<VerifyingKey> all(String text) {
        List<VerifyingKey> keys = new ArrayList<>();
        Matcher block = PEM.matcher(text);
        int at = 0;
        while (at < text.length() && block.find(at) && block.start() == at) {
            VerifyingKey key = of(Base64.getDecoder().decode(block.group(1).replace("\n", "")));
            if (!key.pem().equals(block.group())) {
                throw new IllegalArgumentException("This public key is written in an unusual way.");
            }
            keys.add(key);
            at = block.end();
        }
        if (keys.isEmpty() || at < text.length()) {
            throw new IllegalArgumentException("This is no list of public keys as PEM has them.");
        }
        return keys;
    }

    /** The key as a text. */
    public String pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return BEGIN + lines.encodeToString(encoded.getEncoded()) + "\n" + END;
    }

    /** SHA-256 of the encoded key: what people compare, and how signatures name it. */
    public String id() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Whether this is the key's signature of the content. */
    public boolean signed(byte[] content, byte[] signature) {
        try {
            Signature verifying = Signature.getInstance("Ed25519");
            verifying.initVerify(encoded);
            verifying.update(content);
            return verifying.verify(signature);
        } catch (SignatureException e) {
            return false; // not even the form of a signature
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java platform has no Ed25519.", e);
        }
    }
}
