package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ChangeBody;
import io.jenkins.plugins.itgc.ledger.event.MigrationBody;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.ledger.event.RulingEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowBody;
import java.util.List;
import java.util.Map;

/** What a gate that looks at nothing leaves in the ledger, under the name of a gate that does. */
final class RulingOfTest {
    private RulingOfTest() {}

    static RulingEvent of(Ruling ruling, String service, Map<String, String> grounds) {
        Subject.OfChange subject = Subject.OfChange.of(ruling.change());
        ChangeBody change = ChangeBody.of(ruling.change());
        return switch (ruling.gate()) {
            case "review" ->
                new RulingEvent.Review(
                        subject,
                        RulingBody.of(
                                ruling,
                                service,
                                null,
                                new ReviewBody.Evidence(
                                        change, ReviewBody.Subject.PRODUCTION_COMMIT, List.of(), null, List.of()),
                                grounds));
            case "migration" ->
                new RulingEvent.Migration(
                        subject,
                        RulingBody.of(
                                ruling,
                                service,
                                null,
                                new MigrationBody.Evidence(change, null, List.of(), List.of(), List.of()),
                                grounds));
            case "approval" ->
                new RulingEvent.Approval(
                        subject,
                        RulingBody.of(
                                ruling,
                                service,
                                null,
                                new ApprovalBody.Evidence(null, null, null, List.of(), null, null, List.of(), null),
                                grounds));
            case "window" ->
                new RulingEvent.Window(
                        subject,
                        RulingBody.of(
                                ruling,
                                service,
                                null,
                                new WindowBody.Evidence(
                                        change, null, null, null, null, null, List.of(), List.of(), List.of(), null),
                                grounds));
            default -> throw new IllegalArgumentException("There is no gate " + ruling.gate() + ".");
        };
    }
}
