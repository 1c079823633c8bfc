package io.jenkins.plugins.itgc.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Reads a file line by line, strictly, and hashes it on the way. */
final class Lines implements AutoCloseable {
    /** No entry is longer: what is read about a change is bounded. */
    private static final int LONGEST = 256 << 20;

    private final MessageDigest digest = HashedFile.sha256();
    private final InputStream in;
    private final byte[] read = new byte[1 << 16];
    private int next;
    private int end;

    Lines(InputStream in) {
        this.in = new DigestInputStream(in, digest);
    }

    /** A line is not one: cut off, too long, or no UTF-8. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private Unreadable(String message) {
            super(message);
        }
    }

    /** The next line; null at the end. */
    @Nullable
    String next() throws IOException, Unreadable {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (more()) {
            int begin = next;
            while (next < end && read[next] != '\n') {
                next++;
            }
            if (line.size() + (next - begin) > LONGEST) {
                throw new Unreadable("This line is longer than any entry.");
            }
            line.write(read, begin, next - begin);
            if (next < end) {
                next++;
                return text(line.toByteArray());
            }
        }
        if (line.size() > 0) {
            throw new Unreadable("This line does not end.");
        }
        return null;
    }

    private boolean more() throws IOException {
        if (next == end) {
            next = 0;
            end = Math.max(0, in.read(read));
        }
        return next < end;
    }

    private static String text(byte[] bytes) throws Unreadable {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("This line is no UTF-8.");
        }
    }

    /** SHA-256 of the whole file, read to its end. */
    String hash() throws IOException {
        in.transferTo(java.io.OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
