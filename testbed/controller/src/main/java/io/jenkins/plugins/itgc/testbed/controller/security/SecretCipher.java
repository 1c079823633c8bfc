package io.jenkins.plugins.itgc.testbed.controller.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jenkins.model.Jenkins;

/** Encrypts with a key that is kept below the controller's home. */
public final class SecretCipher {
    private static final int IV = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private SecretCipher(byte[] key) {
        this.key = key;
    }

    /** The cipher of the running controller. */
    public static SecretCipher current() {
        Path file = Jenkins.get().getRootDir().toPath().resolve("secrets").resolve("testbed.key");
        return new SecretCipher(key(file));
    }

    private static synchronized byte[] key(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[16];
                RANDOM.nextBytes(fresh);
                Files.createDirectories(file.getParent());
                Files.write(file, fresh);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key for secrets cannot be used: " + file, e);
        }
    }

    /** The encrypted form, in braces. */
    public String encrypt(String plain) {
        try {
            byte[] iv = new byte[IV];
            RANDOM.nextBytes(iv);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all =
                    ByteBuffer.allocate(IV + sealed.length).put(iv).put(sealed).array();
            return "{" + Base64.getEncoder().encodeToString(all) + "}";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain text, or null if the data was not encrypted here. */
    public String decrypt(String data) {
        if (!data.startsWith("{") || !data.endsWith("}")) {
            return null;
        }
        try {
            byte[] all = Base64.getDecoder().decode(data.substring(1, data.length() - 1));
            byte[] iv = Arrays.copyOf(all, IV);
            byte[] plain = cipher(Cipher.DECRYPT_MODE, iv).doFinal(all, IV, all.length - IV);
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
        return cipher;
    }
}
