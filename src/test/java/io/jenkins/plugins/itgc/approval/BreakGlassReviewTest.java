package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each break-glass is looked at afterwards, whatever became of its request. */
class BreakGlassReviewTest extends ApprovalsInLedger {
    private String second() throws InterruptedException {
        carried = renamed();
        return build(2).request();
    }

    private String broken() throws InterruptedException {
        policy = Approvals.policy("2 of managers");
        String request = build(1).request();
        approvals.breakGlass(by(new Person("rita"), request));
        approvals.confirm(by(Approvals.MIA, request));
        return request;
    }

    private List<String> missed() throws Exception {
        clock.turn(policy.breakGlass().reviewWithin().plusHours(1));
        return build(3).gate().gather().missedReviews();
    }

    @Test
    void isReviewedThoughItsRequestIsVoid() throws Exception {
        String first = broken();
        second();

        assertThat(approvals.review(by(Approvals.NOAH, first)).taken()).isTrue();

        assertThat(missed()).isEmpty();
    }

    @Test
    void isNotReviewedByTheReviewOfAnother() throws Exception {
        broken();
        String second = second();
        approvals.breakGlass(by(new Person("rita"), second));
        approvals.confirm(by(Approvals.NOAH, second));

        assertThat(approvals.review(by(Approvals.MIA, second)).taken()).isTrue();

        assertThat(missed()).containsExactly(carried.subject());
    }

    @Test
    void isOwedAtOnceWhenItsConfirmationNamesNoTime() throws Exception {
        String request = build(1).request();
        approvals.breakGlass(by(new Person("rita"), request));
        ledger.append(new Draft(
                "breakglass.confirmed",
                carried.subject(),
                "jenkins mia",
                Map.of("request", request, "person", "mia", "channel", "x", "reason", "")));

        assertThat(build(2).gate().gather().missedReviews()).containsExactly(carried.subject());
    }
}
