package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.deploy.RunningVersion.Verdict;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Compares what production says that it runs with what was deployed. That they differ goes to the ledger, once, and so does
 * that they agree again. Safe for use by several threads.
 */
public final class RunningVersions {
    /** Something else runs than what was deployed last. */
    public static final String DRIFTED = "drift.found";

    /** Something runs that was never deployed there through the gates. */
    public static final String BYPASSED = "bypass.found";

    /** What was deployed last runs again. */
    public static final String RETURNED = "drift.ended";

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final int LONGEST = 64;

    private final DeployRegister register;
    private final Ledger ledger;
    private final Clock clock;
    private final Map<DeployTarget, RunningVersion> seen = new ConcurrentHashMap<>();

    public RunningVersions(DeployRegister register, Ledger ledger, Clock clock) {
        this.register = register;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What was last seen, in no order. */
    public List<RunningVersion> all() {
        return List.copyOf(seen.values());
    }

    /** It could not be asked. */
    public RunningVersion notAsked(DeployTarget target, Finding why) {
        return keep(target, Verdict.NOT_KNOWN, null, null, why.what());
    }

    /**
     * Compares what it said with the record.
     *
     * @param answer what it said
     * @param asker who asked, for the ledger
     */
    public synchronized RunningVersion saw(DeployTarget target, String answer, String asker) {
        String running = answer.trim().toLowerCase(Locale.ROOT);
        if (!COMMIT.matcher(running).matches()) {
            return keep(target, Verdict.NOT_KNOWN, shortened(answer.trim()), null, "What it said is no commit.");
        }
        Optional<DeployNews> current = register.current(target);
        if (current.isEmpty()) {
            return keep(target, Verdict.NOTHING_RECORDED, running, null, "Nothing was deployed there with success.");
        }
        DeployNews recorded = current.get();
        if (recorded.commit().startsWith(running)) {
            returned(target, recorded, running, asker);
            return keep(target, Verdict.AS_RECORDED, running, recorded.commit(), "It runs what was deployed last.");
        }
        return differs(recorded, running, asker);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Instances are replaced one after another: right after a deploy both versions answer. */
    private RunningVersion differs(DeployNews recorded, String running, String asker) {
        DeployTarget target = recorded.target();
        RunningVersion before = seen.get(target);
        boolean deploying =
                register.queue(target).stream().anyMatch(news -> news.state() == DeployState.STARTED);
        boolean twice = before != null
                && running.equals(before.running())
                && recorded.commit().equals(before.recorded());
        Optional<DeployNews> origin = register.latestOf(target, running);
        String what = sentence(recorded, running, origin);
        if (deploying || !twice) {
            return keep(target, Verdict.UNSETTLED, running, recorded.commit(), what);
        }
        found(recorded, running, origin.isPresent() ? DRIFTED : BYPASSED, what, asker);
        return keep(target, Verdict.DRIFTED, running, recorded.commit(), what);
    }

    private static String sentence(DeployNews recorded, String running, Optional<DeployNews> origin) {
        String where = recorded.target() + " runs " + abbreviated(running) + ", not "
                + abbreviated(recorded.commit()) + " that deploy " + recorded.deploy() + " brought there";
        return origin.map(news -> where + "; it is from deploy " + news.deploy() + ", which is "
                        + news.state().name().toLowerCase(Locale.ROOT) + ".")
                .orElse(where + "; no deploy through the gates ever brought it there.");
    }

    private static String abbreviated(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    private void found(DeployNews recorded, String running, String kind, String what, String asker) {
        String subject = recorded.target().subject();
        DriftBody body = body(recorded, running, what);
        Optional<Entry> known = standing(subject);
        boolean recordedAlready = known.isPresent()
                && known.get().kind().equals(kind)
                && known.get().body().equals(CanonicalJson.of(body));
        if (!recordedAlready) {
            ledger.append(new Draft(kind, subject, asker, body));
        }
    }

    private void returned(DeployTarget target, DeployNews recorded, String running, String asker) {
        if (standing(target.subject()).isPresent()) {
            DriftBody body = body(recorded, running, target + " runs what was deployed last again.");
            ledger.append(new Draft(RETURNED, target.subject(), asker, body));
        }
    }

    /** The newest entry that says that something else runs; empty when a later one says that it does not any more. */
    private Optional<Entry> standing(String subject) {
        Optional<Entry> found = later(ledger.newest(DRIFTED, subject), ledger.newest(BYPASSED, subject));
        Optional<Entry> ended = ledger.newest(RETURNED, subject);
        return found.filter(entry -> ended.isEmpty() || ended.get().sequence() < entry.sequence());
    }

    private static Optional<Entry> later(Optional<Entry> one, Optional<Entry> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().sequence() > other.get().sequence() ? one : other;
    }

    private static DriftBody body(DeployNews recorded, String running, String what) {
        return new DriftBody(
                recorded.target().service(),
                recorded.target().environment(),
                recorded.repository(),
                running,
                recorded.commit(),
                what,
                null);
    }

    private RunningVersion keep(DeployTarget target, Verdict verdict, String running, String recorded, String what) {
        RunningVersion version = new RunningVersion(target, verdict, running, recorded, what, clock.instant());
        seen.put(target, version);
        return version;
    }
}
