package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Exceptional;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What went another way: break-glass, overrides, changes that bypassed the gates, deploys that no review stands behind. */
final class ExceptionTable implements Table {
    private static final String UNREVIEWED = "deploy.unreviewed";
    private static final String REVIEW = "review";

    @Override
    public List<String> columns() {
        return List.of(
                "entry",
                "time",
                "kind",
                "environment",
                "service",
                "repository",
                "commit",
                "person",
                "what",
                "link",
                "filed under",
                "actor",
                "entry hash");
    }

    @Override
    public List<List<Object>> rows(Recorded<Event> recorded) {
        Optional<Exceptional> exceptional = Exceptional.of(recorded.event());
        if (exceptional.isPresent()) {
            return List.of(row(recorded, recorded.entry().kind(), told(exceptional.get())));
        }
        if (recorded.event() instanceof LedgerEvent.Archived) {
            Exceptional archived = new Exceptional(null, null, null, null, null, null, null, null);
            return List.of(row(recorded, recorded.entry().kind(), archived));
        }
        return recorded.event() instanceof DeployEvent.Started started && !reviewed(started.body())
                ? List.of(row(recorded, UNREVIEWED, unreviewed(started.body())))
                : List.of();
    }

    /** What its entry says itself; what follows from the subject stands in a column of its own. */
    private static Exceptional told(Exceptional found) {
        boolean bySubject = found.request() != null;
        return bySubject
                ? new Exceptional(null, null, null, null, found.person(), found.what(), found.link(), null)
                : found;
    }

    private static boolean reviewed(DeploymentBody body) {
        return body.gates().stream().anyMatch(pass -> REVIEW.equals(pass.gate()));
    }

    private static Exceptional unreviewed(DeploymentBody body) {
        String why = body.rollback()
                ? "A rollback: the commit was not judged again."
                : "No pass of the review gate is among those that this deploy rests on.";
        return new Exceptional(
                body.environment(),
                body.service(),
                body.repository(),
                body.commit(),
                body.startedBy(),
                why,
                null,
                null);
    }

    private static List<Object> row(Recorded<Event> recorded, String kind, Exceptional found) {
        return Arrays.asList(
                recorded.sequence(),
                recorded.at(),
                kind,
                found.environment(),
                found.service(),
                found.repository(),
                found.commit(),
                found.person(),
                found.what(),
                found.link(),
                recorded.entry().subject(),
                recorded.entry().actor(),
                recorded.entry().hash());
    }
}
