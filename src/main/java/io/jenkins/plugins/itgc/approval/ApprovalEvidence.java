package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Evidence;
import io.jenkins.plugins.itgc.people.Eligibility;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the judgement of an approval rests on.
 *
 * @param carried what would be deployed
 * @param request the request; null when nobody was asked about exactly this
 * @param starter who started the build that asks
 * @param votes all answers to this request, in any order
 * @param people who is who
 * @param broken break-glass for this change; null when it was not invoked
 * @param missedReviews subjects of earlier break-glass deploys in this environment that nobody looked at in time
 * @param asOf the moment
 */
public record ApprovalEvidence(
        CarriedChange carried,
        @Nullable ApprovalRequest request,
        Starter starter,
        List<Vote> votes,
        People people,
        @Nullable BreakGlass broken,
        List<String> missedReviews,
        Instant asOf)
        implements Evidence {
    public ApprovalEvidence {
        Objects.requireNonNull(carried, "carried");
        Objects.requireNonNull(starter, "starter");
        votes = List.copyOf(votes);
        missedReviews = List.copyOf(missedReviews);
    }

    @Override
    public Change change() {
        return carried.change();
    }

    /** Who may answer for this change. */
    public Eligibility eligibility() {
        return new Eligibility(people, carried.hands(), starter);
    }

    /** The same with one answer more: what would be if. */
    public ApprovalEvidence with(Vote vote) {
        List<Vote> more = new java.util.ArrayList<>(votes);
        more.add(vote);
        return new ApprovalEvidence(carried, request, starter, more, people, broken, missedReviews, asOf);
    }
}
