package io.jenkins.plugins.itgc.jenkins.credentials;

import hudson.util.Secret;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.SigningKey;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The key by which the ledger is signed. It is made once; its private part lies only among Jenkins' secrets, encrypted as
 * Jenkins encrypts them. The public parts of this key and of earlier ones lie beside the ledger.
 */
public final class LedgerKey {
    private final Path secrets;
    private final Path secret;
    private final Path folder;
    private final Path known;

    /** @param home the controller's home */
    public LedgerKey(Path home) {
        this.secrets = home.resolve("secrets");
        this.secret = secrets.resolve("itgc-ledger-key");
        this.folder = home.resolve("itgc");
        this.known = folder.resolve("ledger-keys.pem");
    }

    /** @throws LedgerFailure when the key can neither be read nor made; then nothing is signed */
    public Notary.Keys keys() {
        try {
            SigningKey signing = Files.exists(secret) ? read() : make();
            List<VerifyingKey> all =
                    new ArrayList<>(Files.exists(known) ? VerifyingKey.all(Files.readString(known)) : List.of());
            if (all.stream()
                    .noneMatch(key -> key.id().equals(signing.publicPart().id()))) {
                Files.createDirectories(folder);
                Files.writeString(
                        known, signing.publicPart().pem(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                all.add(signing.publicPart());
            }
            return new Notary.Keys(signing, all);
        } catch (IOException | IllegalArgumentException e) {
            throw new LedgerFailure(
                    "The ledger cannot be signed: look at " + secret + " and " + known
                            + ". If the former is lost, delete it: a new key is made, and the old one's word still counts.",
                    e);
        }
    }

    private SigningKey read() throws IOException {
        Secret hidden = Secret.decrypt(Files.readString(secret, StandardCharsets.UTF_8));
        if (hidden == null) {
            throw new IOException("The signing key cannot be decrypted.");
        }
        return SigningKey.of(hidden.getPlainText());
    }

    private SigningKey make() throws IOException {
        SigningKey key = SigningKey.generate();
        Files.createDirectories(secrets);
        Path half = Files.createTempFile(secrets, "itgc-ledger", null);
        Files.writeString(half, Secret.fromString(key.secretText()).getEncryptedValue());
        Files.move(half, secret, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
