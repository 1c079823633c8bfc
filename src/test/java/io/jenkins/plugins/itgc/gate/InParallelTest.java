package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reads overlap, and each fails as it would have failed alone. */
class InParallelTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InParallel parallel = new InParallel(threads);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch givenUp = new CountDownLatch(1);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private String endless() throws InterruptedException {
        begun.countDown();
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            givenUp.countDown();
            throw e;
        }
    }

    @Test
    void readsSideBySide() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        InParallel.Read<Integer> one = parallel.begin(() -> both.await(2, TimeUnit.MINUTES));
        InParallel.Read<Integer> other = parallel.begin(() -> both.await(2, TimeUnit.MINUTES));
        assertThat(one.get() + other.get()).isEqualTo(1);
    }

    @Test
    void failsAsTheReadFailed() {
        Finding finding = new Finding("code", Message.text("What."), "subject", null, Message.text("Next."));
        InParallel.Read<String> read = parallel.begin(() -> {
            throw new EvidenceUnavailable(finding, Duration.ofSeconds(9));
        });
        assertThatThrownBy(read::get).isInstanceOfSatisfying(EvidenceUnavailable.class, said -> {
            assertThat(said.finding()).isEqualTo(finding);
            assertThat(said.retryAfter()).isEqualTo(Duration.ofSeconds(9));
            assertThat(said).hasCauseInstanceOf(EvidenceUnavailable.class);
        });
    }

    @Test
    void doesNotTakeAMistakeOfOurOwnForMissingEvidence() {
        InParallel.Read<String> read = parallel.begin(() -> {
            throw new ArithmeticException("mistake");
        });
        assertThatIllegalStateException().isThrownBy(read::get).withCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void givesTheReadUpWhenItsReaderIsInterrupted() throws Exception {
        InParallel.Read<String> read = parallel.begin(this::endless);
        begun.await();
        Thread.currentThread().interrupt();
        assertThatThrownBy(read::get).isInstanceOf(InterruptedException.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> givenUp.getCount() == 0);
    }

    @Test
    void givesUpWhatNobodyNeedsAnyMore() throws Exception {
        InParallel.Read<String> read = parallel.begin(this::endless);
        begun.await();
        read.cancel();
        await().atMost(Duration.ofMinutes(2)).until(() -> givenUp.getCount() == 0);
    }
}
