package io.jenkins.plugins.itgc.approval;

import static io.jenkins.plugins.itgc.review.Example.commit;
import static io.jenkins.plugins.itgc.review.Example.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.ProductionBranch;
import io.jenkins.plugins.itgc.review.ReviewReader;
import io.jenkins.plugins.itgc.review.ReviewRequest;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an approval is about: all of a deploy, as the review reads it. */
class CarriedReadingTest {
    private final Example example = new Example();
    private final List<IncludedChange> included =
            new ArrayList<>(List.of(new IncludedChange(commit(50), List.of(commit(51)), 12, null)));

    @BeforeEach
    void merged() {
        example.merged = true;
    }

    private CarriedChange read() throws Exception {
        ReviewReader.Sources sources = new ReviewReader.Sources(
                (repository, number, hint, policy, described) -> example.facts(),
                (repository, branch, baseline, commit) -> new ProductionBranch.History(tree(60), included),
                key -> Optional.of(example.ticket()),
                (repository, service, environment) -> Optional.of(commit(50)));
        return new CarriedReading(
                        new ReviewReader(sources, new InParallel(Runnable::run), example.policy),
                        new ReviewRequest(Example.REPOSITORY, null, commit(60), null, "orders", "production"),
                        example.policy)
                .read();
    }

    @Test
    void isOneCommitInOneEnvironmentWithItsPullRequests() throws Exception {
        CarriedChange carried = read();

        assertThat(carried.change())
                .isEqualTo(Change.ofProduction(Example.REPOSITORY, commit(60), tree(60), List.of(12), "production"));
        assertThat(carried.pullRequests())
                .containsExactly(new CarriedPullRequest(
                        12, "Faster checkout", "https://github.example/acme/orders/pull/12", "alice"));
        assertThat(carried.strays()).isEmpty();
        assertThat(carried.migration()).isFalse();
    }

    @Test
    void namesEachCommitThatBelongsToNoPullRequest() throws Exception {
        included.add(new IncludedChange(commit(51), List.of(commit(52), commit(60)), null, null));

        assertThat(read().strays())
                .containsExactly(commit(52).abbreviated(), commit(60).abbreviated());
    }

    @Test
    void namesEverybodyWhoHadAHandInIt() throws Exception {
        example.author = Account.human("Erin");
        example.pushes.add(Example.push("dave", 1));

        assertThat(read().hands()).extracting(Hand::login).containsExactlyInAnyOrder("erin", "alice", "dave");
        assertThat(read().hands()).extracting(Hand::where).containsOnly("acme/orders#12");
    }

    @Test
    void saysWhoseHandIsNotKnown() throws Exception {
        GitActor stranger = new GitActor("Mallory", "m@nowhere.example", null);
        example.commits.add(new CommitFacts(
                commit(2), tree(2), List.of(commit(1)), List.of(stranger), Example.actor("alice"), false, "Work"));
        example.pushes.clear();

        assertThat(read().hands())
                .filteredOn(hand -> hand.login() == null)
                .extracting(hand -> hand.part().toString())
                .anyMatch(part -> part.contains("Mallory"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void carriesAMigrationWhereAFileAsksForOne() throws Exception {
        example.files.add(new ChangedFile("db/V2__orders.sql", null));

        assertThat(read().migration()).isTrue();
    }

    @Test
    void knowsWhoMovedItsTicketLast() throws Exception {
        assertThat(read().tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.name()).isEqualTo("jira OPS-7");
            assertThat(ticket.status()).isEqualTo("Approved");
            assertThat(ticket.move())
                    .isEqualTo(new TicketState.Move("Approved", "acc-mia", true, true, Example.REVIEWED));
            assertThat(ticket.changedSince()).isFalse();
        });
    }

    @Test
    void countsATicketAsChangedFromTheSecondOfItsLastMoveOn() throws Exception {
        example.scopeChanges.add(Example.REVIEWED.minusSeconds(1));
        assertThat(read().tickets().get(0).changedSince()).isFalse();

        example.scopeChanges.add(Example.REVIEWED);
        assertThat(read().tickets().get(0).changedSince()).isTrue();
    }

    @Test
    void takesATicketWithoutAHistoryForChanged() throws Exception {
        example.historyTold = false;

        assertThat(read().tickets()).singleElement().satisfies(ticket -> {
            assertThat(ticket.move()).isNull();
            assertThat(ticket.changedSince()).isTrue();
        });
    }

    @Test
    void isAnotherOneOnceItsHeadItsWordsOrItsTicketChanged() throws Exception {
        Scope asked = read().scope();
        assertThat(read().scope().changedSince(asked)).isEmpty();
        assertThat(asked.parts()).containsEntry("tree", tree(60).sha());

        example.body = "Faster still.\n\nTicket: OPS-7\n";
        assertThat(read().scope().changedSince(asked)).containsExactly("acme/orders#12");

        example.scopeChanges.add(Example.REVIEWED);
        assertThat(read().scope().changedSince(asked)).containsExactlyInAnyOrder("acme/orders#12", "ticket OPS-7");
    }
}
