package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Decision;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Tickets approve for as long as they say so; an earlier deploy may take some of those that this one carries. */
class ApprovalByTicketsTest extends ApprovalsInLedger {
    private final TicketState.Move move =
            new TicketState.Move("Release approved", "acc-mia", true, true, Approvals.ASKED.plusSeconds(60));

    private Build approved() throws InterruptedException {
        TicketState.Move open = new TicketState.Move("Open", "acc-mia", true, true, Approvals.ASKED);
        carried = with(ticket("OPS-6", open), ticket("OPS-7", open));
        Build build = build(1);
        build.decides();
        clock.turn(Duration.ofMinutes(2));
        carried = with(ticket("OPS-6", move), ticket("OPS-7", move));
        assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
        return build;
    }

    @Test
    void stillApprovesWhatIsLeft() throws Exception {
        Build build = approved();
        carried = with(ticket("OPS-7", move));

        assertThat(build.looks()).isInstanceOf(Decision.Pass.class);
        assertThat(build.decides()).isInstanceOf(Decision.Pass.class);
        assertThat(kinds()).containsOnlyOnce("approval.given");
    }

    @Test
    void growsNoYoungerByFewerTickets() throws Exception {
        approved();
        clock.turn(policy.limits().validFor().plusHours(1));
        carried = with(ticket("OPS-7", move));

        assertThat(build(2).decides()).isInstanceOf(Decision.Wait.class);
        assertThat(kinds()).containsOnlyOnce("approval.given");
    }

    @Test
    void isGivenAnewWhenTheManagerMovesThemAgain() throws Exception {
        approved();
        clock.turn(policy.limits().validFor().plusHours(1));
        TicketState.Move anew = new TicketState.Move("Release approved", "acc-mia", true, true, clock.instant());
        carried = with(ticket("OPS-6", anew), ticket("OPS-7", anew));

        assertThat(build(2).decides()).isInstanceOf(Decision.Pass.class);
    }

    @Test
    void isKnownToWhoAsksWithoutTheTickets() throws Exception {
        policy = Approvals.policy("2 of managers");
        TicketState.Move open = new TicketState.Move("Open", "acc-mia", true, true, Approvals.ASKED);
        carried = with(ticket("OPS-7", open));
        Build build = build(1);
        String request = build.request();
        clock.turn(Duration.ofMinutes(2));
        carried = with(ticket("OPS-7", move));
        build.decides();

        assertThat(awaits(request, Approvals.MIA)).isFalse();
        assertThat(awaits(request, Approvals.NOAH)).isTrue();
    }
}
