package io.jenkins.plugins.itgc.connect.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent;
import io.jenkins.plugins.itgc.connect.github.event.GitHubEvent.ReviewTarget;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.jenkins.bot.ReviewLine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that came in is lost, doubled or out of order. */
class BatchedIntakeTest {
    private static final RepositoryId ORDERS = new RepositoryId("acme", "orders");

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(16);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private IntakeStore open() {
        return IntakeStore.open(folder.resolve("intake.db"), Clock.systemUTC());
    }

    private static Delivery delivery(int id, int number) {
        return new Delivery("github " + id, new GitHubEvent(List.of(new ReviewTarget(ORDERS, number, true))));
    }

    @Test
    void remembersDeliveriesOverARestart() {
        assertThat(new BatchedIntake(open()).take(delivery(1, 12))).isTrue();
        assertThat(new BatchedIntake(open()).take(delivery(1, 12))).isFalse();
        assertThat(open().open()).hasSize(1);
    }

    @Test
    void losesNothingOfABurst() throws Exception {
        BatchedIntake intake = new BatchedIntake(open());
        List<Future<Boolean>> taken = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int id = i % 1000;
            taken.add(threads.submit(() -> intake.take(delivery(id, id + 1))));
        }
        int fresh = 0;
        for (Future<Boolean> one : taken) {
            fresh += one.get() ? 1 : 0;
        }
        assertThat(fresh).isEqualTo(1000);
        assertThat(open().open()).hasSize(1000);
    }

    @Test
    void forgetsDeliveriesThatNobodySendsAgain() {
        Instant now = Instant.parse("2026-10-01T00:00:00Z");
        IntakeStore store = IntakeStore.open(folder.resolve("a.db"), Clock.fixed(now, ZoneOffset.UTC));
        store.keep(List.of(delivery(1, 12)));
        IntakeStore later =
                IntakeStore.open(folder.resolve("a.db"), Clock.fixed(now.plus(Duration.ofDays(8)), ZoneOffset.UTC));
        later.keep(List.of(delivery(2, 12)));
        later.forgetOld();
        assertThat(later.keep(List.of(delivery(1, 12), delivery(2, 12)))).containsExactly(true, false);
    }

    @Test
    void looksOnceMoreAfterWhateverCameMeanwhile() throws Exception {
        IntakeStore store = open();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        ReviewLine line = new ReviewLine(store, threads, place -> {
            assertThat(atOnce.incrementAndGet()).isEqualTo(1);
            if (looks.incrementAndGet() == 1) {
                begun.countDown();
                go.await();
            }
            atOnce.decrementAndGet();
        });
        store.keep(List.of(delivery(0, 12)));
        line.look();
        begun.await();
        store.keep(IntStream.range(1, 50).mapToObj(id -> delivery(id, 12)).toList());
        line.look();
        go.countDown();
        await().atMost(Duration.ofMinutes(2)).until(() -> store.open().isEmpty());
        assertThat(looks.get()).isEqualTo(2);
    }

    @Test
    void keepsWhatCouldNotBeLookedAt() {
        IntakeStore store = open();
        AtomicInteger looks = new AtomicInteger();
        ReviewLine line = new ReviewLine(store, threads, place -> {
            looks.incrementAndGet();
            throw new EvidenceUnavailable(
                    new Finding("a", Message.text("GitHub is away."), "b", null, Message.text("Wait.")), null);
        });
        store.keep(List.of(delivery(0, 12)));
        line.look();
        await().atMost(Duration.ofMinutes(2)).until(() -> looks.get() == 1);
        line.look();
        assertThat(store.open()).hasSize(1);
        AtomicInteger again = new AtomicInteger();
        new ReviewLine(open(), threads, place -> again.incrementAndGet()).look();
        await().atMost(Duration.ofMinutes(2)).until(() -> store.open().isEmpty());
        assertThat(again.get()).isEqualTo(1);
    }
}
