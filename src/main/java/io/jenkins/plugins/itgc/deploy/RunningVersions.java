package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.deploy.RunningVersion.Verdict;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.RunningVersionEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares what production says that it runs with what was deployed. That they differ goes to the ledger, once, and so does
 * that they agree again. Safe for use by several threads.
 */
public final class RunningVersions {
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final int LONGEST = 64;

    private final DeployRegister register;
    private final EventLog log;
    private final Clock clock;
    private final Map<DeployTarget, RunningVersion> seen = new ConcurrentHashMap<>();

    /**
     * @param register tells what was deployed
     * @param ledger keeps differences, and their end
     * @param clock says when something was seen
     */
    public RunningVersions(DeployRegister register, Ledger ledger, Clock clock) {
        this.register = register;
        this.log = new EventLog(ledger);
        this.clock = clock;
    }

    /** What was last seen, in no order. */
    public List<RunningVersion> all() {
        return List.copyOf(seen.values());
    }

    /** It could not be asked. */
    public RunningVersion notObserved(DeployTarget target, Finding why) {
        return keep(target, Verdict.NOT_KNOWN, null, null, why.problem());
    }

    /**
     * Compares what it said with the record.
     *
     * @param answer what it said
     * @param asker who asked, for the ledger
     */
    public synchronized RunningVersion observed(DeployTarget target, String answer, Actor asker) {
        String running = answer.trim().toLowerCase(Locale.ROOT);
        if (!COMMIT.matcher(running).matches()) {
            return keep(
                    target, Verdict.NOT_KNOWN, shortened(answer.trim()), null, Message.of("deploy.running.no-commit"));
        }
        Optional<DeployNews> current = register.current(target);
        if (current.isEmpty()) {
            return keep(target, Verdict.NOTHING_RECORDED, running, null, Message.of("deploy.running.none-recorded"));
        }
        DeployNews recorded = current.get();
        if (recorded.commit().startsWith(running)) {
            returned(target, recorded, running, asker);
            return keep(
                    target, Verdict.AS_RECORDED, running, recorded.commit(), Message.of("deploy.running.as-recorded"));
        }
        return differs(recorded, running, asker);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Instances are replaced one after another: right after a deploy both versions answer. */
    private RunningVersion differs(DeployNews recorded, String running, Actor asker) {
        DeployTarget target = recorded.target();
        RunningVersion before = seen.get(target);
        boolean deploying = register.queue(target).stream().anyMatch(news -> news.state() == DeployState.STARTED);
        boolean twice = before != null
                && running.equals(before.running())
                && recorded.commit().equals(before.recorded());
        Optional<DeployNews> origin = register.latestOf(target, running);
        Message what = sentence(recorded, running, origin);
        if (deploying || !twice) {
            return keep(target, Verdict.UNSETTLED, running, recorded.commit(), what);
        }
        found(recorded, found(recorded, running, what), origin.isPresent(), asker);
        return keep(target, Verdict.DRIFTED, running, recorded.commit(), what);
    }

    private static Message sentence(DeployNews recorded, String running, Optional<DeployNews> origin) {
        DeployTarget target = recorded.target();
        String now = abbreviated(running);
        String meant = abbreviated(recorded.commit());
        return origin.map(news -> Message.of(
                        "deploy.running.drifted",
                        target.service(),
                        target.environment(),
                        now,
                        meant,
                        recorded.id(),
                        news.id(),
                        state(news.state())))
                .orElseGet(() -> Message.of(
                        "deploy.running.bypassed", target.service(), target.environment(), now, meant, recorded.id()));
    }

    private static Message state(DeployState state) {
        return Message.of(
                switch (state) {
                    case REQUESTED -> "deploy.part.requested";
                    case STARTED -> "deploy.part.started";
                    case SUCCEEDED -> "deploy.part.succeeded";
                    case FAILED -> "deploy.part.failed";
                    case ABORTED -> "deploy.part.aborted";
                    case UNKNOWN -> "deploy.part.unknown";
                });
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    /**
     * The same thing is recorded once.
     *
     * @param deployed whether some deploy ever brought it there
     */
    private void found(DeployNews recorded, RunningVersionEvent.Found found, boolean deployed, Actor asker) {
        Subject.OfTarget subject = DeployEvents.subject(recorded.target());
        RunningVersionEvent event = deployed
                ? new RunningVersionEvent.Drifted(subject, found)
                : new RunningVersionEvent.Bypassed(new Subject.OfBypass(subject, null), found);
        boolean recordedAlready =
                standing(subject).filter(known -> same(known.event(), event)).isPresent();
        if (!recordedAlready) {
            log.append(event, asker);
        }
    }

    /** The sentence of an earlier version may be another one. */
    private static boolean same(RunningVersionEvent known, RunningVersionEvent event) {
        return known.getClass().equals(event.getClass())
                && known.body().commit().equals(event.body().commit())
                && Objects.equals(event.body().recorded(), known.body().recorded());
    }

    private void returned(DeployTarget target, DeployNews recorded, String running, Actor asker) {
        Subject.OfTarget subject = DeployEvents.subject(target);
        if (standing(subject).isPresent()) {
            RunningVersionEvent.Found found = found(
                    recorded, running, Message.of("deploy.running.returned", target.service(), target.environment()));
            log.append(new RunningVersionEvent.Returned(subject, found), asker);
        }
    }

    /** The newest event that says that something else runs; empty when a later one says that it does not any more. */
    private Optional<Recorded<? extends RunningVersionEvent>> standing(Subject.OfTarget subject) {
        Optional<Recorded<RunningVersionEvent.Returned>> ended = log.newest(Kind.DRIFT_ENDED, subject);
        return Stream.of(log.newest(Kind.DRIFT_FOUND, subject), log.newest(Kind.BYPASS_FOUND, subject))
                .<Recorded<? extends RunningVersionEvent>>flatMap(Optional::stream)
                .max(Comparator.comparingLong(Recorded::sequence))
                .filter(found -> ended.isEmpty() || ended.get().sequence() < found.sequence());
    }

    private static RunningVersionEvent.Found found(DeployNews recorded, String running, Message what) {
        return new RunningVersionEvent.Found(
                recorded.target().service(),
                recorded.target().environment(),
                recorded.repository(),
                running,
                recorded.commit(),
                null,
                what.english(),
                null,
                MessageBody.of(what));
    }

    private RunningVersion keep(
            DeployTarget target, Verdict verdict, @Nullable String running, @Nullable String recorded, Message what) {
        RunningVersion version = new RunningVersion(target, verdict, running, recorded, what, clock.instant());
        seen.put(target, version);
        return version;
    }
}
