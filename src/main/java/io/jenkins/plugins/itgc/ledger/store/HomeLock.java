package io.jenkins.plugins.itgc.ledger.store;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second controller off a home. The lock is the operating system's: it belongs to this process, and goes with it however
 * it ends. A controller that follows another in the same process (as in tests) takes the lock over; for the home of the one
 * before it is given back.
 */
public final class HomeLock {
    /** What this process has, or last tried to have; null at first. */
    private static @Nullable HomeLock last;

    private final Path file;
    private final @Nullable Object identity;
    private final FileChannel channel;
    private @Nullable FileLock lock;

    private HomeLock(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        this.identity = identity(file);
    }

    /** Tells a file from another that was put in its place; null where the file system cannot. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Takes the lock, or goes on having it.
     *
     * @param folder the plugin's folder in the home
     * @throws LedgerHeld when another process has it
     * @throws LedgerFailure when nobody can tell
     */
    public static synchronized void take(Path folder) {
        Path file = folder.toAbsolutePath().resolve("controller.lock");
        try {
            Files.createDirectories(folder);
            if (last == null || !last.isOf(file)) {
                giveBack();
                last = new HomeLock(file);
            }
            last.take();
        } catch (IOException e) {
            throw new LedgerFailure(
                    "The file " + file
                            + " cannot be locked, so nobody can tell whether another Jenkins uses this home: check"
                            + " the folder's permissions and free space, and that its file system offers locks (NFS: not"
                            + " mounted with nolock).",
                    e);
        }
    }

    private boolean isOf(Path wanted) throws IOException {
        return file.equals(wanted) && Files.exists(wanted) && Objects.equals(identity, identity(wanted));
    }

    /**
     * A failed attempt leaves the channel open for the next: where somebody else in this process has the lock, closing any
     * channel on the file would give it away.
     */
    private void take() throws IOException {
        if (lock != null && lock.isValid()) {
            return;
        }
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            throw new LedgerHeld("Another Jenkins in this very process uses this home: it has the lock on " + file
                    + ". End the process, and start it with one Jenkins only.");
        }
        if (lock == null) {
            throw new LedgerHeld("Another process uses this home: it has the lock on " + file
                    + ". When it is the Jenkins that was here before, this one goes on as soon as that has ended; otherwise"
                    + " stop one of the two, or give it a home of its own.");
        }
    }

    private static void giveBack() throws IOException {
        HomeLock old = last;
        last = null;
        if (old != null) {
            old.channel.close();
        }
    }
}
