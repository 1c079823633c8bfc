package io.jenkins.plugins.itgc.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Appends that meet go together, and each of its callers is told the truth. */
class GroupCommitTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<List<Integer>> writes = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);
    private final CountDownLatch firstWrites = new CountDownLatch(1);
    private final AtomicInteger inside = new AtomicInteger();

    @AfterEach
    void stop() {
        open.countDown();
        threads.shutdownNow();
    }

    /** The first write lasts until it is let go. */
    private List<String> write(List<Integer> drafts) {
        assertThat(inside.incrementAndGet()).isEqualTo(1);
        writes.add(drafts);
        firstWrites.countDown();
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            inside.decrementAndGet();
        }
        if (drafts.contains(13)) {
            throw new LedgerFailure("The disk is full.", null);
        }
        return drafts.stream().map(draft -> "entry " + draft).toList();
    }

    private List<Future<String>> appends(GroupCommit<Integer, String> commits, int... drafts) {
        return IntStream.of(drafts)
                .mapToObj(draft -> threads.submit(() -> commits.append(draft)))
                .toList();
    }

    private List<Future<String>> meeting(GroupCommit<Integer, String> commits, int... drafts) throws Exception {
        List<Future<String>> all = new ArrayList<>(appends(commits, 0));
        firstWrites.await();
        all.addAll(appends(commits, drafts));
        await().atMost(Duration.ofMinutes(2))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                                .filter(thread -> LockSupport.getBlocker(thread) == commits)
                                .count()
                        == drafts.length);
        return all;
    }

    @Test
    void writesTogetherWhatCameDuringAWrite() throws Exception {
        GroupCommit<Integer, String> commits = new GroupCommit<>(this::write);
        List<Future<String>> all = meeting(commits, 1, 2, 3, 4, 5);
        open.countDown();
        for (int draft = 0; draft <= 5; draft++) {
            assertThat(all.get(draft).get()).isEqualTo("entry " + draft);
        }
        assertThat(writes).hasSize(2);
        assertThat(writes.get(1)).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
    }

    @Test
    void tellsAFailureToEveryoneWhoseWriteFailedAndToNobodyElse() throws Exception {
        GroupCommit<Integer, String> commits = new GroupCommit<>(this::write);
        List<Future<String>> all = meeting(commits, 12, 13);
        open.countDown();

        assertThat(all.get(0).get()).isEqualTo("entry 0");
        for (Future<String> failed : all.subList(1, 3)) {
            assertThatExceptionOfType(java.util.concurrent.ExecutionException.class)
                    .isThrownBy(failed::get)
                    .withCauseInstanceOf(LedgerFailure.class);
        }
        assertThat(commits.append(14)).isEqualTo("entry 14");
    }

    @Test
    void finishesAnAppendWhoseCallerIsInterruptedAndLeavesItTheMark() throws Exception {
        GroupCommit<Integer, String> commits = new GroupCommit<>(this::write);
        List<Future<String>> first = meeting(commits);
        List<String> result = new ArrayList<>();
        AtomicInteger marked = new AtomicInteger();
        Thread waiting = new Thread(() -> {
            result.add(commits.append(7));
            marked.set(Thread.currentThread().isInterrupted() ? 1 : 0);
        });
        waiting.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> waiting.getState() == Thread.State.WAITING);
        waiting.interrupt();
        open.countDown();
        waiting.join();

        assertThat(first.get(0).get()).isEqualTo("entry 0");
        assertThat(result).containsExactly("entry 7");
        assertThat(marked).hasValue(1);
    }

    @Test
    void writesForACallerThatWasInterruptedBeforeAndLeavesItTheMark() throws Exception {
        open.countDown();
        GroupCommit<Integer, String> commits = new GroupCommit<>(this::write);
        Thread.currentThread().interrupt();

        assertThat(commits.append(8)).isEqualTo("entry 8");
        assertThat(Thread.interrupted()).isTrue();
    }
}
