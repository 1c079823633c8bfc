package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a ticket speaks for its manager. */
class TicketVotesTest {
    private static final TicketState.Move MIA = move("Release approved", "acc-mia", true, true);

    private static TicketState.Move move(String to, String account, boolean human, boolean manager) {
        return new TicketState.Move(to, account, human, manager, Instant.parse("2026-10-01T10:00:00Z"));
    }

    private static TicketState ticket(String key, String status, TicketState.Move move, boolean changed) {
        return new TicketState("jira", key, "Faster", "https://jira.example/" + key, status, move, changed);
    }

    private static Optional<TicketVotes.TicketVote> vote(Map<String, String> marks, TicketState... tickets) {
        ApprovalRequest request = new ApprovalRequest("7", Approvals.ASKED, Approvals.NOW, false, marks);
        return new TicketVotes(Approvals.people(), Approvals.policy("1 of managers")).of(List.of(tickets), request, 1);
    }

    @Test
    void aManagersMoveIsAVote() {
        assertThat(vote(Map.of(), ticket("OPS-7", "Release approved", MIA, false)))
                .hasValueSatisfying(found -> {
                    assertThat(found.vote().person()).isEqualTo(Approvals.MIA);
                    assertThat(found.vote().channel()).isEqualTo("ticket");
                });
    }

    @Test
    void aMoveFromBeforeTheQuestionIsNoAnswer() {
        TicketState ticket = ticket("OPS-7", "Release approved", MIA, false);
        assertThat(vote(Map.of(ticket.name(), ticket.mark()), ticket)).isEmpty();
    }

    @Test
    void theStatusMustStillHold() {
        assertThat(vote(Map.of(), ticket("OPS-7", "In progress", MIA, false))).isEmpty();
        assertThat(vote(Map.of(), ticket("OPS-7", "Release approved", MIA, true)))
                .isEmpty();
        assertThat(vote(Map.of(), ticket("OPS-7", "Release approved", null, false)))
                .isEmpty();
    }

    @Test
    void neitherRobotsNorOthersNorStrangersSpeakByTicket() {
        String status = "Release approved";
        assertThat(vote(Map.of(), ticket("OPS-7", status, move(status, "acc-mia", false, true), false)))
                .isEmpty();
        assertThat(vote(Map.of(), ticket("OPS-7", status, move(status, "acc-mia", true, false), false)))
                .isEmpty();
        assertThat(vote(Map.of(), ticket("OPS-7", status, move(status, "acc-stranger", true, true), false)))
                .isEmpty();
    }

    @Test
    void oneManagerMovesAllTickets() {
        TicketState.Move noah = move("Release approved", "acc-noah", true, true);
        TicketState first = ticket("OPS-7", "Release approved", MIA, false);
        assertThat(vote(Map.of(), first, ticket("OPS-8", "Release approved", noah, false)))
                .isEmpty();
        assertThat(vote(Map.of(), first, ticket("OPS-8", "Release approved", MIA, false)))
                .isPresent();
        assertThat(vote(Map.of(), first, ticket("OPS-8", "In progress", MIA, false)))
                .isEmpty();
        assertThat(vote(Map.of())).isEmpty();
    }
}
