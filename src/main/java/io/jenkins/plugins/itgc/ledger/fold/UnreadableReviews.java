package io.jenkins.plugins.itgc.ledger.fold;

import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the review bot could not judge when it looked last, so that a pull request that it looks at again and again is
 * recorded once for each reason. Forgotten with the controller: then it is recorded once more.
 */
public final class UnreadableReviews {
    private final Map<String, LastRuling> said = new ConcurrentHashMap<>();

    /** Whether this adds nothing to what was recorded last. */
    public boolean repeats(Gate.Judgement<?> judgement) {
        LastRuling before = said.get(name(judgement.ruling()));
        return judgement.evidence() == null && before != null && before.repeatedBy(judgement.ruling());
    }

    /**
     * Remembers what was recorded last; a judgement that had its evidence ends the repetition.
     *
     * @param evidenceId entry of the ledger, sequence and hash
     */
    public void recorded(Gate.Judgement<?> judgement, String evidenceId) {
        Ruling ruling = judgement.ruling();
        if (judgement.evidence() == null) {
            said.put(name(ruling), LastRuling.of(ruling, evidenceId));
        } else {
            said.remove(name(ruling));
        }
    }

    private static String name(Ruling ruling) {
        return ruling.change().repository() + "#" + ruling.change().pullRequests() + " "
                + ruling.change().environment();
    }
}
