package io.jenkins.plugins.itgc.ledger.attest;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The file of the checkpoints: one a line, only ever longer. It lies beside the ledger, not in it. */
public final class CheckpointFile {
    private final Path file;

    /** @param file need not be there; the first checkpoint makes it and its folder */
    public CheckpointFile(Path file) {
        this.file = file;
    }

    /**
     * All lines, oldest first; none when there is no file. A last line that was cut off by a crash does not count: it was
     * never acknowledged.
     *
     * @throws LedgerFailure when the file cannot be read
     */
    public List<String> lines() {
        try {
            if (!Files.exists(file)) {
                return List.of();
            }
            return new String(whole(Files.readAllBytes(file)), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new LedgerFailure("The checkpoints " + file + " cannot be read; check the file's permissions.", e);
        }
    }

    private static byte[] whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return java.util.Arrays.copyOf(bytes, end);
    }

    /** Adds a line and does not return before it is safe on the disk. */
    void append(String line) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            int end = Files.exists(file) ? whole(Files.readAllBytes(file)).length : 0;
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.truncate(end).position(end);
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new LedgerFailure(
                    "The checkpoints " + file + " cannot be written; check the disk and free space.", e);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
