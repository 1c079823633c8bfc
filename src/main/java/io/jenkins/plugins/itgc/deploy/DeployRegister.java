package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.fold.TargetFold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deploys as the ledger tells them. The queue is nothing but the order of the requests in the ledger: it survives
 * whatever the ledger survives, and there is no lock that could be left behind. Safe for use by several threads; calls
 * may block on the disk.
 */
public final class DeployRegister {
    private static final int READ_AT_ONCE = 1000;
    private static final int ENDED_KEPT = 10_000;

    private final EventLog log;
    private final TreeMap<Long, DeployFold> open = new TreeMap<>();
    private final Map<DeployTarget, TargetFold> targets = new HashMap<>();
    private final Map<String, DeployFold> ended = new LinkedHashMap<>();
    private long read;

    /** @param ledger keeps the deploys; read when something is asked for, not here */
    public DeployRegister(Ledger ledger) {
        this.log = new EventLog(ledger);
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
        Optional<DeployNews> present = of(wanted.build(), node);
        return present.orElseGet(() -> DeployEvents.news(append(wanted, node)));
    }

    /** The deploy that a step of a build asked for; empty when it has not, or that was long ago. */
    public synchronized Optional<DeployNews> of(String build, String node) {
        catchUp();
        DeployFold over = ended.get(key(build, node));
        return Optional.ofNullable(over)
                .or(() -> open.values().stream()
                        .filter(deploy -> key(deploy).equals(key(build, node)))
                        .findFirst())
                .map(DeployEvents::news);
    }

    private static String key(DeployFold deploy) {
        return key(deploy.build(), deploy.body().node());
    }

    private static String key(String build, String node) {
        return build + " " + node;
    }

    /** The last news of each deploy that has begun or ended not earlier than a moment. */
    public synchronized List<DeployNews> newsSince(Instant moment) {
        return known().map(DeployEvents::news)
                .filter(news ->
                        news.state() != DeployState.REQUESTED && !news.at().isBefore(moment))
                .toList();
    }

    private Stream<DeployFold> known() {
        catchUp();
        return Stream.concat(ended.values().stream(), open.values().stream());
    }

    /** Deploys of a target that have not ended, first come first. */
    public synchronized List<DeployNews> queue(DeployTarget target) {
        return open().stream().filter(news -> news.target().equals(target)).toList();
    }

    /** All deploys that have not ended, first come first. */
    public synchronized List<DeployNews> open() {
        catchUp();
        return open.values().stream().map(DeployEvents::news).toList();
    }

    /**
     * Begins a deploy.
     *
     * @throws IllegalStateException when it is not its turn, or it has begun or ended already
     */
    public synchronized DeployNews start(String deploy) {
        DeployFold own = find(deploy).orElseThrow(() -> new IllegalStateException("Deploy " + deploy + " has ended."));
        DeployNews first = queue(DeployEvents.target(own)).get(0);
        if (!deploy.equals(first.deploy()) || first.state() != DeployState.REQUESTED) {
            throw new IllegalStateException("It is the turn of deploy " + first.deploy() + ", which is " + first.state()
                    + ", not of deploy " + deploy + ".");
        }
        return write(own, DeployState.STARTED, null);
    }

    /**
     * Ends a deploy and so frees its turn.
     *
     * @param reason why it ended so; null when there is nothing to say
     * @return empty when it has ended already; then nothing is written
     */
    public synchronized Optional<DeployNews> end(String deploy, DeployState state, @Nullable Message reason) {
        if (!state.ended()) {
            throw new IllegalArgumentException(state + " does not end a deploy.");
        }
        return find(deploy).map(own -> write(own, state, reason));
    }

    private Optional<DeployFold> find(String deploy) {
        catchUp();
        return Optional.ofNullable(open.get(Long.parseLong(deploy)));
    }

    private DeployNews write(DeployFold own, DeployState state, @Nullable Message reason) {
        return DeployEvents.news(
                append(DeployEvents.news(own).now(state, reason), own.body().node()));
    }

    private DeployFold append(DeployNews news, String node) {
        Recorded<DeployEvent.Progress> written = log.append(DeployEvents.event(news, node), Actor.build(news.build()));
        DeployFold before = open.get(DeployFold.idOf(written));
        catchUp();
        return DeployFold.next(before, written);
    }

    /** The deploy that a target should be at; empty before the first. */
    public synchronized Optional<DeployNews> current(DeployTarget target) {
        return target(target).current().map(DeployEvents::news);
    }

    /** The newest good deploy of another commit than the one that the target should be at. */
    public synchronized Optional<DeployNews> rollbackTarget(DeployTarget target) {
        return target(target).rollbackTarget().map(DeployEvents::news);
    }

    /** The newest good deploy of a commit at a target. */
    public synchronized Optional<DeployNews> good(DeployTarget target, String commit) {
        return target(target).of(commit).map(DeployEvents::news);
    }

    /** How long a deploy takes at a target, the median of the last ones; empty before the first. */
    public synchronized Optional<Duration> typicalDuration(DeployTarget target) {
        return target(target).typicalDuration();
    }

    private TargetFold target(DeployTarget target) {
        catchUp();
        return targets.getOrDefault(target, TargetFold.EMPTY);
    }

    /** The newest deploy of a target that began with this commit, whatever came of it. */
    public synchronized Optional<DeployNews> latestOf(DeployTarget target, String commit) {
        return begun().filter(deploy -> DeployEvents.target(deploy).equals(target)
                        && deploy.body().commit().startsWith(commit))
                .max(Comparator.comparingLong(DeployFold::id))
                .or(() -> target(target).beginning(commit))
                .map(DeployEvents::news);
    }

    /** Those that came to their body; what was refused or stopped before brought nothing anywhere. */
    private Stream<DeployFold> begun() {
        return known().filter(deploy -> deploy.startedAt() != null);
    }

    /** A deploy that began, by its name; empty when there is none, or it ended very long ago. */
    public synchronized Optional<DeployNews> begun(String deploy) {
        return begun().filter(known -> Long.toString(known.id()).equals(deploy))
                .findFirst()
                .map(DeployEvents::news);
    }

    /** The first deploy of a repository to an environment that is remembered. */
    public synchronized Optional<DeployNews> firstOf(String repository, String environment) {
        return begun().filter(
                        deploy -> repository.equalsIgnoreCase(deploy.body().repository())
                                && deploy.target().environment().equals(environment))
                .min(Comparator.comparingLong(DeployFold::id))
                .map(DeployEvents::news);
    }

    /** Where something was deployed with success, each with its newest good deploy. */
    public synchronized List<DeployNews> currents() {
        catchUp();
        return targets.values().stream()
                .flatMap(target -> target.current().stream())
                .map(DeployEvents::news)
                .toList();
    }

    /** @throws LedgerFailure when an entry cannot be read: nobody can tell whose turn it is */
    private void catchUp() {
        List<Recorded<DeployEvent.Progress>> next;
        do {
            next = log.after(DeployEvent.Progress.class, read, READ_AT_ONCE);
            next.forEach(this::take);
        } while (next.size() == READ_AT_ONCE);
    }

    private void take(Recorded<DeployEvent.Progress> recorded) {
        DeploymentBody body = recorded.event().body();
        if (body.service() == null || body.environment() == null) {
            throw new LedgerFailure(Message.of("ledger.deploy-incomplete", String.valueOf(recorded.sequence())), null);
        }
        read = recorded.sequence();
        long id = DeployFold.idOf(recorded);
        if (over(id, body)) {
            return;
        }
        DeployFold now = DeployFold.next(open.get(id), recorded);
        if (!now.state().ended()) {
            open.put(id, now);
            return;
        }
        open.remove(id);
        targets.merge(DeployEvents.target(now), TargetFold.EMPTY.after(now), (before, first) -> before.after(now));
        remember(now);
    }

    /** What comes after a deploy's end changes nothing. */
    private boolean over(long id, DeploymentBody body) {
        DeployFold known = ended.get(key(body.build(), body.node()));
        return known != null && known.id() == id;
    }

    private void remember(DeployFold deploy) {
        ended.put(key(deploy), deploy);
        if (ended.size() > ENDED_KEPT) {
            ended.remove(ended.keySet().iterator().next());
        }
    }
}
