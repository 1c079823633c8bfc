package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.attest.Statement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A file of a bundle while it is written, with its hash so far. */
final class HashedFile implements AutoCloseable {
    private final String name;
    private final MessageDigest digest = sha256();
    private final OutputStream out;

    HashedFile(Path folder, String name) throws IOException {
        this.name = name;
        this.out = new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(folder.resolve(name)), digest), 1 << 16);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the manifest says of it, once it is closed. */
    Statement.Subject subject() {
        return new Statement.Subject(name, Map.of("sha256", HexFormat.of().formatHex(digest.digest())));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
