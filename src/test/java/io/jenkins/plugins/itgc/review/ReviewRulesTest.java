package io.jenkins.plugins.itgc.review;

import static io.jenkins.plugins.itgc.review.Example.actor;
import static io.jenkins.plugins.itgc.review.Example.approval;
import static io.jenkins.plugins.itgc.review.Example.commit;
import static io.jenkins.plugins.itgc.review.Example.commitBy;
import static io.jenkins.plugins.itgc.review.Example.push;
import static io.jenkins.plugins.itgc.review.Example.review;
import static io.jenkins.plugins.itgc.review.Example.tree;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts.State;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.rule.Migrations;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule, by what it lets through and what it stops. */
class ReviewRulesTest {
    private final Example pr = new Example();

    private void passes() {
        Explanation explanation = pr.judge();
        assertThat(explanation.allFindings()).isEmpty();
        assertThat(explanation.outcome()).isEqualTo(Outcome.PASS);
    }

    private void refuses(String code) {
        stops(Outcome.REFUSE, code);
    }

    private void cannotTell(String code) {
        stops(Outcome.UNKNOWN, code);
    }

    private void stops(Outcome outcome, String code) {
        Explanation explanation = pr.judge();
        assertThat(explanation.allFindings()).extracting(Finding::code).contains(code);
        assertThat(explanation.outcome()).isEqualTo(outcome);
    }

    private ReviewFacts dismissed(String by) {
        return dismissed(Account.human(by));
    }

    private ReviewFacts dismissed(Account by) {
        ReviewFacts asked = review(Account.human("carol"), State.DISMISSED, 1, Example.REVIEWED);
        return new ReviewFacts(
                asked.reviewer(),
                asked.state(),
                asked.commit(),
                asked.tree(),
                true,
                asked.submittedAt(),
                asked.link(),
                new ReviewFacts.Dismissal(by, State.CHANGES_REQUESTED));
    }

    private CommitFacts mergeOfBase() {
        return new CommitFacts(
                commit(2),
                tree(2),
                List.of(commit(1), commit(50)),
                List.of(actor("alice")),
                actor("alice"),
                false,
                "Merge branch 'master'");
    }

    private void mergeBase(MergedFile... files) {
        pr.commits.add(mergeOfBase());
        pr.head = commit(2);
        pr.headTree = tree(2);
        pr.pushes.add(push("alice", 2));
        pr.merges.add(new MergeFacts(commit(1), commit(50), commit(2), tree(2), List.of(files), true));
    }

    @Test
    void passesWhatAPeerAndAManagerApproved() {
        passes();
    }

    @Nested
    class PeerReview {
        @Test
        void refusesWithoutAnyReview() {
            pr.reviews.clear();
            refuses("review.not-peer-reviewed");
        }

        @Test
        void refusesApprovalByTheAuthorOfThePullRequest() {
            pr.author = Account.human("bob");
            refuses("review.contributor-approval");
        }

        @Test
        void refusesApprovalByACommitAuthorInAnyCaseOfLetters() {
            pr.reviews.set(0, approval("ALICE", 1));
            refuses("review.contributor-approval");
        }

        @Test
        void refusesApprovalByACoAuthor() {
            CommitFacts one = commitBy("alice", 1, 0);
            pr.commits.set(
                    0,
                    new CommitFacts(
                            one.id(),
                            one.tree(),
                            one.parents(),
                            List.of(actor("alice"), actor("bob")),
                            one.committer(),
                            false,
                            "Work\n\nCo-authored-by: bob <bob@example.com>"));
            refuses("review.contributor-approval");
        }

        @Test
        void refusesApprovalByTheCommitter() {
            CommitFacts one = commitBy("alice", 1, 0);
            pr.commits.set(
                    0,
                    new CommitFacts(one.id(), one.tree(), one.parents(), one.authors(), actor("bob"), false, "Work"));
            refuses("review.contributor-approval");
        }

        @Test
        void refusesApprovalByThePusher() {
            pr.pushes.set(0, push("bob", 1));
            refuses("review.contributor-approval");
        }

        @Test
        void refusesApprovalByABot() {
            pr.reviews.set(0, review(new Account("bob", Account.Kind.BOT), State.APPROVED, 1, Example.REVIEWED));
            refuses("review.not-human");
        }

        @Test
        void refusesApprovalByADeletedAccount() {
            pr.reviews.set(0, review(Account.GHOST, State.APPROVED, 1, Example.REVIEWED));
            refuses("review.not-human");
        }

        @Test
        void refusesApprovalWithoutWritePermission() {
            ReviewFacts bob = approval("bob", 1);
            pr.reviews.set(
                    0,
                    new ReviewFacts(
                            bob.reviewer(),
                            bob.state(),
                            bob.commit(),
                            bob.tree(),
                            false,
                            bob.submittedAt(),
                            bob.link(),
                            null));
            refuses("review.no-write-permission");
        }

        @Test
        void refusesApprovalOfAnEarlierCommit() {
            pr.commits.add(commitBy("alice", 2, 1));
            pr.head = commit(2);
            pr.headTree = tree(2);
            pr.pushes.add(push("alice", 2));
            refuses("review.stale-approval");
        }

        @Test
        void keepsApprovalWhenTheTreeIsTheSame() {
            pr.commits.set(0, commitBy("alice", 2, 0));
            pr.head = commit(2);
            pr.headTree = tree(1);
            pr.pushes.add(push("alice", 2));
            pr.rebuilt.add(new RebuiltFacts(commit(1), commit(50), commit(2), commit(50)));
            passes();
        }

        @Test
        void refusesApprovalOfAnotherTreeThanTheHeadHas() {
            pr.commits.set(0, commitBy("alice", 2, 0));
            pr.head = commit(2);
            pr.headTree = tree(2);
            pr.pushes.add(push("alice", 2));
            pr.rebuilt.add(new RebuiltFacts(commit(1), commit(50), commit(2), commit(50)));
            refuses("review.stale-approval");
        }

        @Test
        void refusesApprovalOfACommitThatIsGone() {
            ReviewFacts bob = approval("bob", 1);
            pr.reviews.set(
                    0,
                    new ReviewFacts(
                            bob.reviewer(), bob.state(), null, null, true, bob.submittedAt(), bob.link(), null));
            refuses("review.stale-approval");
        }

        @Test
        void keepsApprovalOverACleanMergeOfTheBase() {
            mergeBase(new MergedFile("src/Checkout.java", "aa", "aa"));
            passes();
        }

        @Test
        void keepsApprovalOverOneCleanMergeOfTheBaseAfterAnother() {
            mergeBase();
            pr.commits.add(new CommitFacts(
                    commit(3),
                    tree(3),
                    List.of(commit(2), commit(51)),
                    List.of(actor("alice")),
                    actor("alice"),
                    false,
                    "Merge branch 'master'"));
            pr.head = commit(3);
            pr.headTree = tree(3);
            pr.pushes.add(push("alice", 3));
            pr.merges.add(new MergeFacts(commit(2), commit(51), commit(3), tree(3), List.of(), true));
            passes();
        }

        @Test
        void refusesApprovalOverAMergeWithEdits() {
            mergeBase(new MergedFile("src/Checkout.java", "aa", "bb"));
            refuses("review.stale-approval");
        }

        @Test
        void refusesApprovalOverAMergeOfAnotherUnreviewedBranch() {
            mergeBase();
            pr.commits.add(0, commitBy("alice", 50, 0));
            refuses("review.stale-approval");
        }

        @Test
        void refusesWhenAListOfMergedFilesIsCutShort() {
            mergeBase();
            pr.merges.set(0, new MergeFacts(commit(1), commit(50), commit(2), tree(2), List.of(), false));
            refuses("review.stale-approval");
        }

        private void takenBackToWhatWasApproved(int base) {
            CommitFacts back = commitBy("alice", 3, 1);
            pr.commits.add(new CommitFacts(
                    back.id(), tree(1), back.parents(), back.authors(), back.committer(), false, "Take it back"));
            pr.head = commit(3);
            pr.headTree = tree(1);
            pr.pushes.add(push("alice", 3));
            pr.rebuilt.add(new RebuiltFacts(commit(1), commit(50), commit(3), commit(base)));
        }

        @Test
        void keepsApprovalOfTheSameTreeOverTheSameBase() {
            takenBackToWhatWasApproved(50);
            passes();
        }

        @Test
        void refusesApprovalOfTheSameTreeOverANewerBaseWhichItTakesBack() {
            takenBackToWhatWasApproved(51);
            refuses("review.stale-approval");
        }

        @Test
        void refusesApprovalOfTheSameTreeOfWhichNobodyToldTheBase() {
            takenBackToWhatWasApproved(50);
            pr.rebuilt.clear();
            refuses("review.stale-approval");
        }

        private void pushed(String login, PushFacts.Kind kind, int secondsLater) {
            pr.pushes.add(new PushFacts(
                    Account.human(login),
                    commit(40 + secondsLater),
                    Example.PUSHED.minusSeconds(60 - secondsLater),
                    kind));
        }

        @Test
        void refusesApprovalByWhoPushedWhatWasRewrittenSince() {
            pushed("bob", PushFacts.Kind.ADDED, 1);
            pushed("carol", PushFacts.Kind.REWROTE, 2);
            refuses("review.contributor-approval");
        }

        @Test
        void leavesAloneWhoPushedToABranchOfTheSameNameBefore() {
            pushed("bob", PushFacts.Kind.ADDED, 1);
            pushed("alice", PushFacts.Kind.BEGAN, 2);
            pushed("alice", PushFacts.Kind.REWROTE, 3);
            passes();
        }

        @Test
        void leavesAloneWhoPushedWhatLandedBeforeWithoutARewrite() {
            pushed("bob", PushFacts.Kind.ADDED, 1);
            passes();
        }

        @Test
        void countsEachPersonOnce() {
            pr.policy = new ReviewPolicy("master", 2, "LGTM", pr.policy.ticket(), ReviewPolicy.SQL, pr.policy.people());
            pr.reviews.add(approval("bob", 1));
            pr.labels.add(Example.label("LGTM", true, Account.human("bob"), Example.REVIEWED));
            pr.mayPush.put("bob", true);
            refuses("review.not-peer-reviewed");
        }

        @Test
        void countsTwoPeersAsTwo() {
            pr.policy = new ReviewPolicy("master", 2, "LGTM", pr.policy.ticket(), ReviewPolicy.SQL, pr.policy.people());
            pr.reviews.add(approval("carol", 1));
            passes();
        }

        @Test
        void laterCommentLeavesAnApprovalStanding() {
            pr.reviews.add(review(Account.human("bob"), State.COMMENTED, 1, Example.REVIEWED.plusSeconds(60)));
            passes();
        }

        @Test
        void dismissedApprovalDoesNotCount() {
            pr.reviews.add(review(Account.human("bob"), State.DISMISSED, 1, Example.REVIEWED.plusSeconds(60)));
            refuses("review.not-peer-reviewed");
        }

        @Test
        void approvalDismissedInTheSecondInWhichItWasGivenDoesNotCount() {
            pr.reviews.add(0, review(Account.human("bob"), State.DISMISSED, 1, Example.REVIEWED));
            refuses("review.not-peer-reviewed");
        }
    }

    @Nested
    class Labels {
        private void label(String by, long secondsAfterPush) {
            pr.reviews.clear();
            pr.labels.add(Example.label("lgtm", true, Account.human(by), Example.PUSHED.plusSeconds(secondsAfterPush)));
            pr.mayPush.put(by, true);
        }

        @Test
        void countsALabelByAPeerAfterTheLastPush() {
            label("bob", 1);
            passes();
        }

        @Test
        void refusesALabelThatWasRenamedAfterwards() {
            label("bob", 1);
            LabelEvent put = pr.labels.get(0);
            pr.labels.set(
                    0,
                    new LabelEvent("LGTM", true, put.actor(), put.at(), put.at().plusSeconds(1)));
            refuses("review.label-changed");
        }

        @Test
        void refusesALabelOfWhichNobodyTellsWhetherItWasRenamed() {
            label("bob", 1);
            LabelEvent put = pr.labels.get(0);
            pr.labels.set(0, new LabelEvent("LGTM", true, put.actor(), put.at(), null));
            refuses("review.label-changed");
        }

        @Test
        void refusesALabelByTheAuthor() {
            label("alice", 1);
            refuses("review.contributor-approval");
        }

        @Test
        void refusesALabelFromBeforeTheLastPush() {
            label("bob", 0);
            refuses("review.stale-label");
        }

        @Test
        void refusesALabelFromBeforeTheHeadWasPushedAgain() {
            label("bob", 1);
            pr.pushes.add(new PushFacts(
                    Account.human("alice"), commit(1), Example.PUSHED.plusSeconds(2), PushFacts.Kind.ADDED));
            refuses("review.stale-label");
        }

        @Test
        void refusesALabelFromBeforeTheTicketWasSwapped() {
            label("bob", 1);
            pr.edits.add(new BodyEdit(pr.author, Example.OPENED, "Ticket: OPS-3"));
            pr.edits.add(new BodyEdit(pr.author, Example.PUSHED.plusSeconds(2), pr.body));
            refuses("review.ticket-changed");
        }

        @Test
        void refusesALabelByATriagerWithoutWritePermission() {
            label("bob", 1);
            pr.mayPush.put("bob", false);
            refuses("review.no-write-permission");
        }

        @Test
        void refusesALabelByABot() {
            label("bob", 1);
            pr.labels.set(0, Example.label("LGTM", true, new Account("bob", Account.Kind.BOT), Example.REVIEWED));
            refuses("review.not-human");
        }

        @Test
        void refusesALabelThatWasTakenOff() {
            label("bob", 1);
            pr.labels.add(Example.label("LGTM", false, Account.human("carol"), Example.PUSHED.plusSeconds(2)));
            refuses("review.not-peer-reviewed");
        }

        @Test
        void refusesALabelWhenLabelsDoNotCount() {
            label("bob", 1);
            pr.policy = new ReviewPolicy("master", 1, "", pr.policy.ticket(), ReviewPolicy.SQL, pr.policy.people());
            refuses("review.not-peer-reviewed");
        }
    }

    @Nested
    class ChangesRequested {
        @Test
        void refusesWhileSomebodyRequestsChanges() {
            pr.reviews.add(review(Account.human("carol"), State.CHANGES_REQUESTED, 1, Example.REVIEWED));
            refuses("review.changes-requested");
        }

        @Test
        void refusesWhenAnApproverRequestsChangesLater() {
            pr.reviews.add(review(Account.human("bob"), State.CHANGES_REQUESTED, 1, Example.REVIEWED.plusSeconds(60)));
            refuses("review.changes-requested");
        }

        @ParameterizedTest
        @EnumSource(names = {"APPROVED", "DISMISSED"})
        void refusesWhenSomebodyRequestsChangesInTheSameSecondAsAnythingElse(State other) {
            ReviewFacts request = review(Account.human("carol"), State.CHANGES_REQUESTED, 1, Example.REVIEWED);
            pr.reviews.add(0, request);
            pr.reviews.add(review(Account.human("carol"), other, 1, Example.REVIEWED));
            refuses("review.changes-requested");
        }

        @Test
        void refusesWhileADeletedAccountRequestsChanges() {
            pr.reviews.add(withoutWrite(Account.GHOST, State.CHANGES_REQUESTED, 0));
            refuses("review.changes-requested");
        }

        @Test
        void namesTheRequestOfADeletedAccountOnceWithWhatMayStillBeDone() {
            pr.reviews.add(withoutWrite(Account.GHOST, State.CHANGES_REQUESTED, 0));
            assertThat(pr.judge().allFindings()).singleElement().satisfies(finding -> {
                assertThat(finding.what()).doesNotContain("ghost");
                assertThat(finding.next()).doesNotContain("ghost");
            });
        }

        @Test
        void isNotAnsweredByAnApprovalOfAnotherDeletedAccount() {
            pr.reviews.add(withoutWrite(Account.GHOST, State.CHANGES_REQUESTED, 0));
            pr.reviews.add(withoutWrite(Account.GHOST, State.APPROVED, 60));
            refuses("review.changes-requested");
        }

        @Test
        void requestOfADeletedAccountThatAPeerDismissedNoLongerBlocks() {
            pr.reviews.add(withoutWrite(Account.GHOST, State.DISMISSED, 0));
            passes();
        }

        @Test
        void refusesWhileSomebodyWhoLostWritePermissionRequestsChanges() {
            pr.reviews.add(withoutWrite(Account.human("carol"), State.CHANGES_REQUESTED, 0));
            refuses("review.changes-requested");
        }

        @Test
        void refusesWhenADeletedAccountDismissedTheRequest() {
            pr.reviews.add(dismissed(Account.GHOST));
            refuses("review.dismissed-by-contributor");
        }

        private ReviewFacts withoutWrite(Account by, State state, long seconds) {
            ReviewFacts review = review(by, state, 1, Example.REVIEWED.plusSeconds(seconds));
            return new ReviewFacts(
                    by, state, review.commit(), review.tree(), false, review.submittedAt(), review.link(), null);
        }

        @Test
        void requestThatAPeerDismissedNoLongerBlocks() {
            pr.reviews.add(dismissed("dave"));
            passes();
        }

        @Test
        void refusesWhenTheAuthorDismissedTheRequest() {
            pr.reviews.add(dismissed("alice"));
            refuses("review.dismissed-by-contributor");
        }

        @Test
        void leavesTheAuthorAloneWhoDismissedAnApproval() {
            ReviewFacts asked = dismissed("alice");
            pr.reviews.add(new ReviewFacts(
                    asked.reviewer(),
                    asked.state(),
                    asked.commit(),
                    asked.tree(),
                    true,
                    asked.submittedAt(),
                    asked.link(),
                    new ReviewFacts.Dismissal(Account.human("alice"), State.APPROVED)));
            passes();
        }
    }

    @Nested
    class Attribution {
        private void commitWith(GitActor author, GitActor committer, boolean hostSigned, String message) {
            CommitFacts one = commitBy("alice", 1, 0);
            pr.commits.set(
                    0,
                    new CommitFacts(
                            one.id(), one.tree(), one.parents(), List.of(author), committer, hostSigned, message));
        }

        private final GitActor stranger = new GitActor("Mallory", "m@nowhere.example", null);
        private final GitActor webFlow = new GitActor("GitHub", "noreply@github.com", null);

        @Test
        void refusesAnAuthorWithoutAnAccount() {
            commitWith(stranger, actor("alice"), false, "Work");
            refuses("review.unattributed-commit");
        }

        @Test
        void refusesACommitterWithoutAnAccount() {
            commitWith(actor("alice"), stranger, false, "Work");
            refuses("review.unattributed-commit");
        }

        @Test
        void acceptsTheCodeHostAsCommitterWhenItSigned() {
            commitWith(actor("alice"), webFlow, true, "Work");
            passes();
        }

        @Test
        void refusesSomebodyWhoOnlyPretendsToBeTheCodeHost() {
            commitWith(actor("alice"), webFlow, false, "Work");
            refuses("review.unattributed-commit");
        }

        @Test
        void refusesACoAuthorTrailerThatTheCodeHostDidNotRead() {
            commitWith(actor("alice"), actor("alice"), false, "Work\n\n co-authored-by: Mallory <m@nowhere.example>");
            refuses("review.unattributed-commit");
        }

        @Test
        void acceptsACoAuthorTrailerThatTheCodeHostRead() {
            CommitFacts one = commitBy("alice", 1, 0);
            pr.commits.set(
                    0,
                    new CommitFacts(
                            one.id(),
                            one.tree(),
                            one.parents(),
                            List.of(actor("alice"), actor("dave")),
                            one.committer(),
                            false,
                            "Work\n\nCo-authored-by: Dave <Dave@Example.com>"));
            passes();
        }

        @Test
        void refusesACommitWithoutAnyAuthor() {
            CommitFacts one = commitBy("alice", 1, 0);
            pr.commits.set(
                    0, new CommitFacts(one.id(), one.tree(), one.parents(), List.of(), one.committer(), false, "Work"));
            refuses("review.unattributed-commit");
        }

        @Test
        void cannotTellWithoutThePusherOfTheHead() {
            pr.pushes.clear();
            cannotTell("review.pusher-unknown");
        }

        @Test
        void cannotTellWhenOnlyThePusherOfAnotherCommitIsKnown() {
            pr.pushes.set(0, push("alice", 2));
            cannotTell("review.pusher-unknown");
        }

        @Test
        void cannotTellWhenThePusherIsDeleted() {
            pr.pushes.set(0, new PushFacts(Account.GHOST, commit(1), Example.PUSHED, PushFacts.Kind.ADDED));
            cannotTell("review.pusher-unknown");
        }
    }

    @Nested
    class Ticket {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "OPS-7 without a mark",
                    "See OPS-7: Ticket",
                    "<!-- Ticket: OPS-7 -->",
                    "<!-- never closed\nTicket: OPS-7",
                    "Ticket: none",
                    "Ticket: https://evil.example/browse/OPS-7"
                })
        void refusesADescriptionThatMarksNoTicket(String body) {
            pr.body = body;
            pr.ticketExists = false;
            refuses("review.no-ticket");
            refuses("review.no-ticket-approval");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Ticket: OPS-7",
                    "ticket: OPS-7",
                    "**Ticket:** OPS-7",
                    "- Ticket: https://jira.example/browse/OPS-7",
                    "Ticket: <https://jira.example/browse/OPS-7>",
                    "Ticket: OPS-7\r\nMore \uD83D\uDE80 \u202Etext"
                })
        void findsTheMarkedTicket(String body) {
            pr.body = body;
            passes();
        }

        @Test
        void refusesTwoTickets() {
            pr.body = "Ticket: OPS-7\nTicket: OPS-8";
            refuses("review.ambiguous-ticket");
        }

        @Test
        void refusesATicketThatDoesNotExist() {
            pr.ticketExists = false;
            refuses("review.ticket-missing");
        }

        @Test
        void refusesATicketOfAnotherProject() {
            pr.ticketProject = "FUN";
            refuses("review.ticket-foreign-project");
        }

        @Test
        void refusesATicketThatIsNotApproved() {
            pr.ticketStatus = "In progress";
            refuses("review.ticket-not-approved");
        }

        @Test
        void refusesAnApprovalByAnAutomation() {
            pr.manager = new TicketActor("acc-mia", "Rule 7", false, true);
            refuses("review.ticket-approved-by-bot");
        }

        @Test
        void refusesAnApprovalByADeveloper() {
            pr.manager = new TicketActor("acc-bob", "Bob", true, false);
            refuses("review.ticket-approved-by-non-manager");
        }

        @Test
        void refusesAnApprovalByAManagerWhoWroteTheCode() {
            pr.manager = new TicketActor("acc-alice", "Alice", true, true);
            refuses("review.ticket-approved-by-contributor");
        }

        @Test
        void cannotTellWhoAnUnknownManagerIs() {
            pr.manager = new TicketActor("acc-new", "New", true, true);
            cannotTell("review.identity-unknown");
        }

        @Test
        void cannotTellWithoutAHistory() {
            pr.historyTold = false;
            cannotTell("review.ticket-approver-unknown");
        }

        @Test
        void cannotTellWhenTheLastStepOfItsHistoryLedElsewhere() {
            pr.ticketMovedTo = "In progress";
            cannotTell("review.ticket-approver-unknown");
        }

        @Test
        void refusesATicketThatChangedAfterItsApproval() {
            pr.scopeChanges.add(Example.REVIEWED);
            refuses("review.ticket-changed-after-approval");
        }

        @Test
        void acceptsATicketThatChangedBeforeItsApproval() {
            pr.scopeChanges.add(Example.REVIEWED.minusSeconds(1));
            passes();
        }

        @Test
        void refusesATicketThatWasSwappedAfterTheReview() {
            pr.edits.add(new BodyEdit(pr.author, Example.OPENED, "Ticket: OPS-3"));
            pr.edits.add(new BodyEdit(pr.author, Example.REVIEWED.plusSeconds(1), pr.body));
            refuses("review.ticket-changed");
        }

        @Test
        void keepsApprovalWhenAnEditLeavesTheTicketAlone() {
            pr.edits.add(new BodyEdit(pr.author, Example.OPENED, "Ticket: OPS-7"));
            pr.edits.add(new BodyEdit(pr.author, Example.REVIEWED.plusSeconds(1), pr.body));
            passes();
        }

        @Test
        void refusesAnEditWhoseEarlierTextIsNotTold() {
            pr.edits.add(new BodyEdit(pr.author, Example.REVIEWED.plusSeconds(1), pr.body));
            refuses("review.ticket-changed");
        }

        @Test
        void refusesEditsWhoseTextsAreNotThoseOfTheDescription() {
            pr.edits.add(new BodyEdit(pr.author, Example.OPENED, "Ticket: OPS-7"));
            pr.edits.add(new BodyEdit(pr.author, Example.REVIEWED.plusSeconds(1), "-Ticket: OPS-3\n+Ticket: OPS-7"));
            refuses("review.ticket-changed");
        }
    }

    @Nested
    class Scope {
        @Test
        void pullRequestToAnotherBranchIsNoProductionChange() {
            pr.baseBranch = "develop";
            pr.reviews.clear();
            assertThat(pr.judge().outcome()).isEqualTo(Outcome.PASS);
            assertThat(new ReviewJudge(pr.policy).forProduction(pr.evidence())).isFalse();
        }

        /** A step of the production branch by the pull request of the example. */
        private Explanation onProduction() {
            pr.merged = true;
            MergeFacts merge = new MergeFacts(commit(1), commit(50), commit(51), tree(51), List.of(), true);
            return new ReviewJudge(pr.policy)
                    .judge(new ReviewEvidence(
                            Change.ofProduction(Example.REPOSITORY, commit(51), tree(51), List.of(12), "production"),
                            List.of(pr.pullRequest()),
                            commit(50),
                            List.of(new IncludedChange(commit(50), List.of(commit(51)), 12, merge))));
        }

        @Test
        void aCommitOfTheProductionBranchPassesByItsPullRequest() {
            assertThat(onProduction().outcome()).isEqualTo(Outcome.PASS);
        }

        @Test
        void aCommitOfTheProductionBranchIsRefusedForWhatItsPullRequestLacks() {
            pr.reviews.clear();
            Explanation explanation = onProduction();
            assertThat(explanation.outcome()).isEqualTo(Outcome.REFUSE);
            assertThat(explanation.allFindings()).extracting(Finding::code).contains("review.not-peer-reviewed");
        }

        @Test
        void marksAChangeThatMovesASqlFileAway() {
            pr.files.add(new ChangedFile("old/notes.txt", "db/V1__orders.sql"));
            assertThat(Migrations.in(pr.facts(), pr.policy)).containsExactly("db/V1__orders.sql");
        }
    }

    @Nested
    class RepositoryFile {
        @Test
        void mayAskForMoreApprovals() {
            pr.repositoryPolicy = "review:\n  requiredApprovals: 2\n";
            refuses("review.not-peer-reviewed");
        }

        @Test
        void mayNotAskForLess() {
            pr.repositoryPolicy = "review:\n  requiredApprovals: 0\n";
            cannotTell("review.repository-policy");
        }

        @Test
        void unknownKeyIsNamedWithItsLine() {
            pr.repositoryPolicy = "review:\n  requiredApproval: 2\n";
            cannotTell("review.repository-policy");
            assertThat(pr.judge().allFindings().get(0).what())
                    .contains("requiredApproval")
                    .contains("line 2");
        }

        @Test
        void mayNarrowTheProjects() {
            pr.repositoryPolicy = "review:\n  ticketProjects: [PAY]\n";
            refuses("review.ticket-foreign-project");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "review: [",
                    "review:\n  ticketProjects: OPS: 1",
                    "- a",
                    "review:\n  approvalLabel: other",
                    "review:\n  ticketProjects: [ELSE]",
                    "review:\n  migrationFiles: ['[']"
                })
        void whatMakesNoSenseBlocks(String text) {
            pr.repositoryPolicy = text;
            cannotTell("review.repository-policy");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "review.migrationFiles | 2 | review:;  migrationFiles: [~]",
                    "review.ticketProjects | 2 | review:;  ticketProjects: [~]",
                    "review.ticketProjects | 4 | review:;  ticketProjects:;  - OPS;  - ''",
                    "review.ticketProjects | 2 | review:;  ticketProjects: []",
                    "review.ticketProjects | 4 | review:;  ticketProjects:;  - OPS;  - ELSE",
                    "review.migrationFiles | 4 | review:;  migrationFiles:;  - db/**;  - '['",
                    "review.requiredApprovals | 3 | review:;  approvalLabel: '';  requiredApprovals: 0",
                    "review.requiredApprovals | 2 | review:;  requiredApprovals: 2.5",
                    "review.requiredApprovals | 2 | review:;  requiredApprovals: 99999999999",
                    "review.requiredApprovals | 3 | review:;  requiredApprovals: 3;  requiredApprovals: 2",
                    "review.approvalLabel | 3 | review:; ;  approvalLabel: other",
                    "review.migrationFiles | 3 | review:;  migrationFiles:;  - [a]",
                    "review.any | 2 | review:;  any: 1",
                    "review | 1 | review: 7",
                    "other | 2 | ;other: 7",
                    "review | 3 | review:;  - a: [;b",
                })
        void everyMistakeIsNamedWithItsKeyAndItsLine(String key, int line, String text) {
            pr.repositoryPolicy = text.replace(';', '\n');
            cannotTell("review.repository-policy");
            assertThat(pr.judge().allFindings().get(0).what())
                    .contains("\"" + key + "\"")
                    .contains("(.itgc.yml, line " + line + ")");
        }
    }
}
