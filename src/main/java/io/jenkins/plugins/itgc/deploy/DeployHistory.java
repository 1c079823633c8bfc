package io.jenkins.plugins.itgc.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What went well at one target: what runs there, and what it could go back to. Not safe for several threads. */
final class DeployHistory {
    private static final int KEPT = 1000;
    private static final int TIMED = 20;

    /** Successful deploys, the newest first, without those that a rollback has taken back. */
    private final Deque<DeployNews> good = new ArrayDeque<>();

    private final Deque<Duration> durations = new ArrayDeque<>();
    private final Map<String, Instant> started = new HashMap<>();

    void add(DeployNews news) {
        if (news.state() == DeployState.STARTED) {
            started.put(news.deploy(), news.at());
            return;
        }
        Instant begin = started.remove(news.deploy());
        if (news.state() == DeployState.SUCCEEDED) {
            succeeded(news);
            time(begin, news.at());
        }
    }

    private void succeeded(DeployNews news) {
        if (news.rollback()) {
            while (!good.isEmpty() && !good.peekFirst().commit().equals(news.commit())) {
                good.removeFirst();
            }
            good.pollFirst();
        }
        good.addFirst(news);
        if (good.size() > KEPT) {
            good.removeLast();
        }
    }

    /** A clock that went backwards tells nothing. */
    private void time(Instant begin, Instant end) {
        if (begin != null && !end.isBefore(begin)) {
            durations.addFirst(Duration.between(begin, end));
            if (durations.size() > TIMED) {
                durations.removeLast();
            }
        }
    }

    /** The deploy that production should be at; empty before the first. */
    Optional<DeployNews> current() {
        return Optional.ofNullable(good.peekFirst());
    }

    /** The newest good deploy of another commit than the one that production should be at. */
    Optional<DeployNews> rollbackTarget() {
        return current().flatMap(now -> good.stream()
                .filter(earlier -> !earlier.commit().equals(now.commit()))
                .findFirst());
    }

    /** The newest good deploy of a commit. */
    Optional<DeployNews> of(String commit) {
        return good.stream().filter(news -> news.commit().equals(commit)).findFirst();
    }

    /** The newest good deploy of a commit whose id begins so. */
    Optional<DeployNews> beginning(String commit) {
        return good.stream().filter(news -> news.commit().startsWith(commit)).findFirst();
    }

    /** How long a deploy takes here, the median of the last ones; empty before the first. */
    Optional<Duration> typicalDuration() {
        List<Duration> sorted = new ArrayList<>(durations);
        Collections.sort(sorted);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(sorted.size() / 2));
    }
}
