package io.jenkins.plugins.itgc.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The plugin's threads end, all of them, and one that does not is named. */
class ThreadsTest {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    private final Threads threads = new Threads();

    /** A pool says that it is through a moment before its threads are. */
    @RepeatedTest(50)
    void areGoneWhenTheyHaveEnded() throws Exception {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        CountDownLatch begun = new CountDownLatch(8);
        ExecutorService pool = threads.cached("tested");
        for (int i = 0; i < 8; i++) {
            pool.execute(() -> {
                used.add(Thread.currentThread());
                begun.countDown();
            });
        }
        begun.await();

        assertThat(threads.end(GENEROUS)).isEmpty();
        assertThat(used).noneMatch(Thread::isAlive);
    }

    @Test
    void namesOneThatDoesNotEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        threads.bounded("stubborn", 1).execute(() -> {
            begun.countDown();
            boolean over = false;
            while (!over) {
                try {
                    letGo.await();
                    over = true;
                } catch (InterruptedException e) {
                    over = false;
                }
            }
        });
        begun.await();

        assertThat(threads.end(Duration.ofMillis(50)))
                .extracting(Thread::getName)
                .containsExactly("stubborn-1");

        letGo.countDown();
        assertThat(threads.end(GENEROUS)).isEmpty();
    }

    @Test
    void tellWhoWaitsForWorkThatIsNotBegunAnyMore() throws Exception {
        ExecutorService pool = threads.bounded("tested", 1);
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> running = pool.submit(() -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        });
        Future<?> inLine = pool.submit(() -> {});
        begun.await();

        assertThat(threads.end(GENEROUS)).isEmpty();

        assertThat(running).isDone();
        assertThat(inLine).isCancelled();
        assertThat(pool.submit(() -> {})).isCancelled();
    }
}
