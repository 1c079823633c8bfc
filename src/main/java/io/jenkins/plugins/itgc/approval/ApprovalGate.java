package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ground;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The approval gate for one change: do those who answer for production agree to exactly this. */
public final class ApprovalGate implements Gate<ApprovalEvidence> {
    /** Name of this gate in the ledger. */
    public static final String NAME = "approval";

    private static final Duration OFTEN = Duration.ofMinutes(2);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final Change subject;
    private final Carried carried;
    private final Requests requests;
    private final ApprovalJudge judge;
    private volatile @Nullable CarriedChange lastRead;

    /**
     * @param subject the change as far as it is known before anything is read
     * @param policy of the environment
     * @param carried reads what the deploy would carry
     * @param requests keeps the request for approval and the answers to it
     */
    public ApprovalGate(Change subject, ApprovalPolicy policy, Carried carried, Requests requests) {
        this.subject = subject;
        this.carried = carried;
        this.requests = requests;
        this.judge = new ApprovalJudge(policy);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Change subject() {
        return subject;
    }

    @Override
    public ApprovalEvidence gather() throws EvidenceUnavailable, InterruptedException {
        CarriedChange read = carried.read();
        lastRead = read;
        return requests.read(read);
    }

    @Override
    public ApprovalEvidence ask(ApprovalEvidence gathered) {
        return requests.ask(gathered.carried());
    }

    @Override
    public Explanation judge(ApprovalEvidence evidence) {
        return judge.judge(evidence);
    }

    @Override
    public Set<Topic> topics() {
        Set<Topic> topics = new HashSet<>();
        CarriedChange read = lastRead;
        if (read != null) {
            RepositoryId repository = read.change().repository();
            topics.add(topic(read.subject()));
            read.pullRequests().forEach(pr -> topics.add(Topic.pullRequest(repository, pr.number())));
            read.tickets().forEach(ticket -> topics.add(Topic.ticket(ticket.key())));
        }
        return topics;
    }

    /** Answers wake the gate at once; only tickets, which may stand in a tracker that sends no events, are looked after. */
    @Override
    public Instant recheckAt(ApprovalEvidence evidence, Instant now) {
        Instant next = now.plus(evidence.carried().tickets().isEmpty() ? SELDOM : OFTEN);
        if (evidence.request() == null || evidence.request().expiresAt() == null) {
            return next;
        }
        Instant end = evidence.request().expiresAt().plusMillis(1);
        return end.isAfter(now) && end.isBefore(next) ? end : next;
    }

    /** More approvals change nothing; a withdrawn one, or a refusal, the judgement itself sees. */
    @Override
    public Map<Ground, Object> restsOn(ApprovalEvidence evidence) {
        Map<Ground, Object> grounds = new HashMap<>();
        evidence.carried().scope().parts().forEach((part, hash) -> grounds.put(Ground.ofSentence(part), hash));
        if (evidence.request() != null) {
            grounds.put(Ground.the(Ground.Part.REQUEST), evidence.request().id());
        }
        return grounds;
    }

    /** What is heard when somebody answers. */
    public static Topic topic(String subject) {
        return new Topic("approval:" + subject.toLowerCase(Locale.ROOT));
    }
}
