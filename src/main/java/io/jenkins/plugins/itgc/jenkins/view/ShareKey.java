package io.jenkins.plugins.itgc.jenkins.view;

import hudson.util.Secret;
import io.jenkins.plugins.itgc.dashboard.ShareLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** Signs share links. The key is made once and lies among Jenkins' secrets, encrypted as Jenkins encrypts them. */
final class ShareKey implements ShareLinks.Signer {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private final byte[] key;

    private ShareKey(byte[] key) {
        this.key = key;
    }

    /** @throws UncheckedIOException when it can neither be read nor made; then no link is made and none holds */
    static synchronized ShareKey get() {
        Path folder = Jenkins.get().getRootDir().toPath().resolve("secrets");
        Path file = folder.resolve("itgc-share-links");
        try {
            if (!Files.exists(file)) {
                make(folder, file);
            }
            Secret secret = Secret.decrypt(Files.readString(file, StandardCharsets.UTF_8));
            if (secret == null) {
                throw new IOException(file + " cannot be decrypted; delete it, and all share links end.");
            }
            return new ShareKey(HexFormat.of().parseHex(secret.getPlainText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder, Path file) throws IOException {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String hidden = Secret.fromString(HexFormat.of().formatHex(random)).getEncryptedValue();
        Files.createDirectories(folder);
        Path half = Files.createTempFile(folder, "itgc-share", null);
        Files.writeString(half, hidden);
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException | FileAlreadyExistsException e) {
            Files.delete(half);
            throw e;
        }
    }

    @Override
    public String sign(String content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update("itgc share link 1\n".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    @Override
    public boolean isOf(String content, String signature) {
        return MessageDigest.isEqual(
                sign(content).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }
}
