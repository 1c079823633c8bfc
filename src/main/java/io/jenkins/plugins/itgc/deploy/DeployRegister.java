package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The deploys as the ledger tells them. The queue is nothing but the order of the requests in the ledger: it survives
 * whatever the ledger survives, and there is no lock that could be left behind. Safe for use by several threads; calls
 * may block on the disk.
 */
public final class DeployRegister {
    private static final Set<String> KINDS =
            Arrays.stream(DeployState.values()).map(DeployState::kind).collect(Collectors.toUnmodifiableSet());
    private static final int READ_AT_ONCE = 1000;
    private static final int ENDED_KEPT = 10_000;

    private static final Comparator<DeployNews> BY_NAME =
            Comparator.comparingLong(news -> Long.parseLong(news.deploy()));

    private final Ledger ledger;
    private final TreeMap<Long, Open> open = new TreeMap<>();
    private final Map<DeployTarget, DeployHistory> histories = new HashMap<>();
    private final Map<String, DeployNews> ended = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private long read;

    public DeployRegister(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A deploy that has not ended, with the step of the build that asked for it. */
    private record Open(DeployNews news, String node) {
        boolean of(String build, String step) {
            return news.build().equals(build) && step.equals(node);
        }
    }

    /** What those who wait for their turn listen to. */
    public static Topic topic(DeployTarget target) {
        return new Topic("queue:" + target.environment() + "/" + target.service());
    }

    /**
     * Takes a place in the queue. The same step of the same build gets the place that it has, also after a restart, and
     * never a second one: a deploy that has ended does not begin again.
     *
     * @param wanted in state REQUESTED and without a name
     * @param node the step of the build
     * @return the deploy with its name, in the state that it has
     */
    public synchronized DeployNews request(DeployNews wanted, String node) {
        catchUp();
        Optional<DeployNews> present = of(wanted.build(), node);
        if (present.isPresent()) {
            return present.get();
        }
        Entry entry = append(DeployBody.draft(wanted, node));
        return open.get(entry.sequence()).news();
    }

    /** The deploy that a step of a build asked for; empty when it has not, or that was long ago. */
    public synchronized Optional<DeployNews> of(String build, String node) {
        catchUp();
        DeployNews over = ended.get(key(build, node));
        return over != null
                ? Optional.of(over)
                : open.values().stream()
                        .filter(one -> one.of(build, node))
                        .map(Open::news)
                        .findFirst();
    }

    private static String key(String build, String node) {
        return build + " " + node;
    }

    /** The last news of each deploy that has begun or ended not earlier than a moment. */
    public synchronized List<DeployNews> newsSince(Instant moment) {
        catchUp();
        return Stream.concat(ended.values().stream(), open.values().stream().map(Open::news))
                .filter(news -> news.state() != DeployState.REQUESTED && !news.at().isBefore(moment))
                .toList();
    }

    /** Deploys of a target that have not ended, first come first. */
    public synchronized List<DeployNews> queue(DeployTarget target) {
        catchUp();
        return open.values().stream()
                .map(Open::news)
                .filter(news -> news.target().equals(target))
                .toList();
    }

    /** All deploys that have not ended, first come first. */
    public synchronized List<DeployNews> open() {
        catchUp();
        return open.values().stream().map(Open::news).toList();
    }

    /**
     * Begins a deploy.
     *
     * @throws IllegalStateException when it is not its turn, or it has begun or ended already
     */
    public synchronized DeployNews start(String deploy) {
        Open own = find(deploy).orElseThrow(() -> new IllegalStateException("Deploy " + deploy + " has ended."));
        DeployNews first = queue(own.news().target()).get(0);
        if (!first.deploy().equals(deploy) || first.state() != DeployState.REQUESTED) {
            throw new IllegalStateException("It is the turn of deploy " + first.deploy() + ", which is "
                    + first.state() + ", not of deploy " + deploy + ".");
        }
        return write(own, DeployState.STARTED, null);
    }

    /**
     * Ends a deploy and so frees its turn.
     *
     * @param reason why it ended so; null when there is nothing to say
     * @return empty when it has ended already; then nothing is written
     */
    public synchronized Optional<DeployNews> end(String deploy, DeployState state, String reason) {
        if (!state.ended()) {
            throw new IllegalArgumentException(state + " is no end.");
        }
        return find(deploy).map(own -> write(own, state, reason));
    }

    private Optional<Open> find(String deploy) {
        catchUp();
        return Optional.ofNullable(open.get(Long.parseLong(deploy)));
    }

    private DeployNews write(Open own, DeployState state, String reason) {
        DeployNews news = own.news();
        DeployNews next = new DeployNews(
                news.deploy(),
                state,
                news.target(),
                news.repository(),
                news.commit(),
                news.tree(),
                news.previous(),
                news.rollback(),
                news.build(),
                news.buildUrl(),
                news.startedBy(),
                news.pullRequests(),
                news.tickets(),
                news.gates(),
                reason,
                news.at());
        Entry entry = append(DeployBody.draft(next, own.node()));
        return DeployBody.of(entry).news(entry);
    }

    private Entry append(Draft draft) {
        Entry entry = ledger.append(draft);
        catchUp();
        return entry;
    }

    /** The deploy that a target should be at; empty before the first. */
    public synchronized Optional<DeployNews> current(DeployTarget target) {
        return history(target).current();
    }

    /** The newest good deploy of another commit than the one that the target should be at. */
    public synchronized Optional<DeployNews> rollbackTarget(DeployTarget target) {
        return history(target).rollbackTarget();
    }

    /** The newest good deploy of a commit at a target. */
    public synchronized Optional<DeployNews> good(DeployTarget target, String commit) {
        return history(target).of(commit);
    }

    /** How long a deploy takes at a target, the median of the last ones; empty before the first. */
    public synchronized Optional<Duration> typicalDuration(DeployTarget target) {
        return history(target).typicalDuration();
    }

    private DeployHistory history(DeployTarget target) {
        catchUp();
        return histories.computeIfAbsent(target, key -> new DeployHistory());
    }

    /** The newest deploy of a target that began with this commit, whatever came of it. */
    public synchronized Optional<DeployNews> latestOf(DeployTarget target, String commit) {
        catchUp();
        return begun()
                .filter(news -> news.target().equals(target) && news.commit().startsWith(commit))
                .max(BY_NAME)
                .or(() -> history(target).beginning(commit));
    }

    /** Those that came to their body; what was refused or stopped before brought nothing anywhere. */
    private Stream<DeployNews> begun() {
        return Stream.concat(ended.values().stream(), open.values().stream().map(Open::news))
                .filter(news -> begun.contains(news.deploy()));
    }

    /** A deploy that began, by its name; empty when there is none, or it ended very long ago. */
    public synchronized Optional<DeployNews> begun(String deploy) {
        catchUp();
        return begun().filter(news -> news.deploy().equals(deploy)).findFirst();
    }

    /** The first deploy of a repository to an environment that is remembered. */
    public synchronized Optional<DeployNews> firstOf(String repository, String environment) {
        catchUp();
        return begun()
                .filter(news -> news.repository().equals(repository)
                        && news.target().environment().equals(environment))
                .min(BY_NAME);
    }

    /** Where something was deployed with success, each with its newest good deploy. */
    public synchronized List<DeployNews> currents() {
        catchUp();
        return histories.values().stream()
                .flatMap(history -> history.current().stream())
                .toList();
    }

    private void catchUp() {
        List<Entry> next = new ArrayList<>();
        do {
            next.clear();
            next.addAll(ledger.entries(KINDS, read, READ_AT_ONCE));
            next.forEach(this::take);
        } while (next.size() == READ_AT_ONCE);
    }

    private void remember(DeployNews news, String node) {
        ended.put(key(news.build(), node), news);
        if (ended.size() > ENDED_KEPT) {
            begun.remove(ended.remove(ended.keySet().iterator().next()).deploy());
        }
    }

    /** @throws LedgerFailure when the entry is not one of a deploy: then nobody can tell whose turn it is */
    private void take(Entry entry) {
        DeployBody body = DeployBody.of(entry);
        DeployNews news = body.news(entry);
        if (news.state() == DeployState.STARTED) {
            begun.add(news.deploy());
        }
        if (news.state().ended()) {
            open.remove(Long.parseLong(news.deploy()));
            remember(news, body.node());
        } else {
            open.put(Long.parseLong(news.deploy()), new Open(news, body.node()));
        }
        histories
                .computeIfAbsent(news.target(), key -> new DeployHistory())
                .add(news);
        read = entry.sequence();
    }
}
