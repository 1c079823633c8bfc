package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home has one controller. */
class HomeLockTest {
    @TempDir
    Path home;

    private Path folder() {
        return home.resolve("itgc");
    }

    private static String otherProcess(Path folder) throws IOException {
        try (LockingProcess other = LockingProcess.in(folder)) {
            return other.said();
        }
    }

    @Test
    void belongsToOneProcessUntilThatIsKilled() throws IOException {
        try (LockingProcess first = LockingProcess.in(folder())) {
            assertThat(first.said()).isEqualTo("held");
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(LedgerHeld.class)
                        .isThrownBy(() -> HomeLock.take(folder()))
                        .withMessageContaining("Another process uses this home")
                        .withMessageContaining(
                                folder().resolve("controller.lock").toString())
                        .withMessageContaining("stop one of the two");
            }
        }
        HomeLock.take(folder());
        assertThat(otherProcess(folder())).startsWith("Another process uses this home");
    }

    @Test
    void staysWithTheNextControllerOfTheSameProcess() throws IOException {
        HomeLock.take(folder());
        HomeLock.take(folder());
        assertThat(otherProcess(folder())).startsWith("Another process uses this home");
    }

    @Test
    void isGivenBackWhenTheProcessGoesOnInAnotherHome() throws IOException {
        HomeLock.take(folder());
        HomeLock.take(home.resolve("another"));
        assertThat(otherProcess(folder())).isEqualTo("held");
        assertThat(otherProcess(home.resolve("another"))).startsWith("Another process uses this home");
    }

    @Test
    void isTakenAnewWhenItsFileWasRemoved() throws IOException {
        HomeLock.take(folder());
        Files.delete(folder().resolve("controller.lock"));
        HomeLock.take(folder());
        assertThat(otherProcess(folder())).startsWith("Another process uses this home");
    }

    /** As another class loader in the same process would, of which the operating system cannot tell this one. */
    @Test
    void leavesTheLockToAnotherJenkinsInTheSameProcess() throws IOException {
        Files.createDirectories(folder());
        try (FileChannel other = FileChannel.open(
                        folder().resolve("controller.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatExceptionOfType(LedgerHeld.class)
                        .isThrownBy(() -> HomeLock.take(folder()))
                        .withMessageContaining("Another Jenkins in this very process");
            }
            assertThat(otherProcess(folder())).startsWith("Another process uses this home");
        }
    }

    @Test
    void saysWhereTheLockCannotBeMade() throws IOException {
        Files.createDirectories(folder().resolve("controller.lock"));
        assertThatExceptionOfType(LedgerFailure.class)
                .isThrownBy(() -> HomeLock.take(folder()))
                .withMessageContaining(folder().resolve("controller.lock").toString())
                .withMessageContaining("NFS");
    }
}
