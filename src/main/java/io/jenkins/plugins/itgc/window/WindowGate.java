package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.event.CommitBody;
import io.jenkins.plugins.itgc.ledger.event.TreeBody;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The window gate: is now a moment to deploy to this environment. */
public final class WindowGate implements Gate<WindowEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "window";

    /** So that an event that was moved or cancelled counts within a minute, with the age that a fresh copy may have. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(45);

    private final Request request;
    private final WindowPolicy policy;
    private final WindowReader reader;
    private final WindowJudge judge;

    /**
     * What is asked.
     *
     * @param subject the change as far as it is known
     * @param service what would be deployed; null when nobody said
     * @param askedAt when the pipeline began to ask
     */
    public record Request(Change subject, @Nullable String service, Instant askedAt) {}

    /**
     * @param policy of the environment that is asked about
     * @param reader reads calendars and overrides; of the same policy
     */
    public WindowGate(Request request, WindowPolicy policy, WindowReader reader) {
        this.request = request;
        this.policy = policy;
        this.reader = reader;
        this.judge = new WindowJudge(policy);
    }

    /** What is heard of when the calendars of an environment changed. */
    public static Topic topic(String environment) {
        return new Topic("calendar:" + environment);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Change subject() {
        return request.subject();
    }

    @Override
    public WindowEvidence gather() throws EvidenceUnavailable, InterruptedException {
        return reader.read(request.service(), request.askedAt());
    }

    @Override
    public Explanation judge(WindowEvidence evidence) {
        return judge.judge(evidence);
    }

    /** It is judged anew whether it is open; only the change must still be the same. */
    @Override
    public Map<Ground, Object> restsOn(WindowEvidence evidence) {
        Change change = Objects.requireNonNull(evidence.change(), "A gate is asked about a change.");
        return Map.of(
                Ground.the(Ground.Part.COMMIT),
                List.of(CommitBody.of(change.readCommit()), TreeBody.of(change.readTree())));
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(topic(policy.environment()));
    }

    @Override
    public Instant recheckAt(WindowEvidence evidence, Instant now) {
        return Stream.concat(judge.opening(evidence).stream(), PlannedDate.ahead(evidence).stream())
                .filter(opening -> opening.isAfter(now))
                .reduce(now.plus(LOOK_AGAIN), (a, b) -> a.isBefore(b) ? a : b);
    }

    /** When a release that waits may go out: the opening, or a planned date after it; null when neither is known. */
    public @Nullable Instant opening(WindowEvidence evidence) {
        return Stream.concat(judge.opening(evidence).stream(), PlannedDate.ahead(evidence).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** A calendar that cannot be read may be readable again soon. */
    @Override
    public @Nullable Instant retryAt(WindowEvidence evidence, Instant now) {
        return evidence.unreadable().isEmpty() ? now.plus(LOOK_AGAIN) : null;
    }
}
