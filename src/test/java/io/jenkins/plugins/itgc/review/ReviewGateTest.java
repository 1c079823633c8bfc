package io.jenkins.plugins.itgc.review;

import static io.jenkins.plugins.itgc.review.Example.commit;
import static io.jenkins.plugins.itgc.review.Example.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.ledger.Grounds;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The review gate as a build meets it: what it reads, in which order, and what its pass rests on. */
class ReviewGateTest {
    private final Example example = new Example();
    private final TurnedClock clock = new TurnedClock();
    private final List<String> read = new ArrayList<>();
    private Optional<CommitId> lastDeployed = Optional.of(commit(50));
    private List<IncludedChange> landings = List.of(new IncludedChange(
            commit(50),
            List.of(commit(51)),
            12,
            new MergeFacts(
                    Example.HEAD,
                    commit(50),
                    commit(51),
                    tree(51),
                    List.of(new MergedFile("a", "b10b", "b10b")),
                    true)));

    private ReviewGate gate(ReviewRequest request) {
        ReviewReader.Sources sources = new ReviewReader.Sources(
                (repository, number, hint, policy, described) -> {
                    read.add(repository + "#" + number + (hint == null ? "" : " at " + hint.branch()));
                    described.accept(example.body);
                    return example.facts();
                },
                (repository, branch, baseline, commit) -> {
                    read.add(branch + " since " + baseline);
                    return new ProductionBranch.History(tree(51), landings);
                },
                key -> {
                    read.add(key.tracker() + " " + key);
                    return key.equals(new TicketKey("jira", "OPS-7")) && example.ticketExists
                            ? Optional.of(example.ticket())
                            : Optional.empty();
                },
                (repository, service, environment) -> {
                    read.add("last deploy of " + service + " to " + environment);
                    return lastDeployed;
                });
        return new ReviewGate(
                request, example.policy, new ReviewReader(sources, new InParallel(Runnable::run), example.policy));
    }

    private ReviewGate ofPullRequest(CommitId built, String branch) {
        ReviewRequest.HeadHint hint = branch == null ? null : new ReviewRequest.HeadHint(Example.REPOSITORY, branch);
        return gate(new ReviewRequest(Example.REPOSITORY, 12, built, hint, null, null));
    }

    private ReviewGate ofProduction(String service, String environment) {
        example.merged = true;
        return gate(new ReviewRequest(Example.REPOSITORY, null, commit(51), null, service, environment));
    }

    private Decision decided(ReviewGate gate) throws InterruptedException {
        return gate.rule(clock).ruling().decision();
    }

    @Nested
    class OfAPullRequest {
        @Test
        void passesWithoutOpeningADeploy() throws Exception {
            ReviewGate gate = ofPullRequest(null, null);

            assertThat(decided(gate)).isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.opensDeploy())
                    .isFalse());
            assertThat(gate.gather().change())
                    .isEqualTo(Change.ofPullRequest(Example.REPOSITORY, Example.HEAD, Example.TREE, 12, null));
            assertThat(gate.subject()).isEqualTo(Change.ofPullRequest(Example.REPOSITORY, null, null, 12, null));
            assertThat(gate.topics()).containsExactly(new Topic("pr:acme/orders#12"));
            assertThat(gate.forPullRequest()).isTrue();
            assertThat(gate.name()).isEqualTo("review");
        }

        @Test
        void cannotBeToldWhenItsHeadMovedOnFromWhatIsBuilt() throws Exception {
            assertThat(decided(ofPullRequest(Example.HEAD, null))).isInstanceOf(Decision.Pass.class);

            ReviewGate moved = ofPullRequest(commit(77), null);
            assertThat(decided(moved)).isInstanceOf(Decision.Unknown.class);
            assertThat(moved.rule(clock).ruling().explanation().allFindings())
                    .extracting(Finding::code)
                    .containsExactly("review.head-moved");
        }

        @Test
        void readsEachTicketOnce() throws Exception {
            decided(ofPullRequest(null, null));

            assertThat(read).containsExactly("acme/orders#12", "jira OPS-7");
        }

        @Test
        void readsWhatItsBranchHintsAtAheadButJudgesByTheDescriptionAlone() throws Exception {
            assertThat(decided(ofPullRequest(null, "feature/OPS-7-faster"))).isInstanceOf(Decision.Pass.class);
            assertThat(read).containsExactly("jira OPS-7", "acme/orders#12 at feature/OPS-7-faster");

            read.clear();
            assertThat(decided(ofPullRequest(null, "feature/OPS-9"))).isInstanceOf(Decision.Pass.class);
            assertThat(read).containsExactly("jira OPS-9", "acme/orders#12 at feature/OPS-9", "jira OPS-7");

            example.body = "No ticket.";
            assertThat(decided(ofPullRequest(null, "feature/OPS-7"))).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void refusesATicketThatDoesNotExist() throws Exception {
            example.ticketExists = false;

            assertThat(decided(ofPullRequest(null, null))).isInstanceOf(Decision.Refuse.class);
        }

        @Test
        void readsNoTicketOfADescriptionThatNamesDozens() throws Exception {
            example.body = "Ticket: "
                    + IntStream.range(1, 30).mapToObj(n -> "OPS-" + n).collect(Collectors.joining(", "));

            assertThat(decided(ofPullRequest(null, null))).isInstanceOf(Decision.Refuse.class);
            assertThat(read).containsExactly("acme/orders#12");
        }
    }

    @Nested
    class OfTheProductionBranch {
        @Test
        void opensADeploy() throws Exception {
            ReviewGate gate = ofProduction("orders", "production");

            assertThat(decided(gate)).isInstanceOfSatisfying(Decision.Pass.class, pass -> assertThat(pass.opensDeploy())
                    .isTrue());
            ReviewEvidence evidence = gate.gather();
            assertThat(evidence.change())
                    .isEqualTo(
                            Change.ofProduction(Example.REPOSITORY, commit(51), tree(51), List.of(12), "production"));
            assertThat(evidence.baseline()).isEqualTo(commit(50));
            assertThat(evidence.included()).isEqualTo(landings);
            assertThat(gate.topics()).isEmpty();
            assertThat(gate.forPullRequest()).isFalse();
        }

        @Test
        void readsWhatCameSinceTheLastDeployAndEachPullRequestOnce() throws Exception {
            landings = List.of(
                    landings.get(0),
                    new IncludedChange(commit(51), List.of(commit(52)), 12, null),
                    new IncludedChange(commit(52), List.of(commit(53)), null, null));

            ofProduction("orders", "production").gather();

            assertThat(read)
                    .containsExactly(
                            "last deploy of orders to production",
                            "master since " + commit(50),
                            "acme/orders#12",
                            "jira OPS-7");
        }

        @Test
        void knowsNoLastDeployOutsideADeployOrBeforeTheFirst() throws Exception {
            ofProduction(null, "production").gather();
            ofProduction("orders", null).gather();
            lastDeployed = Optional.empty();
            ofProduction("orders", "production").gather();

            assertThat(read)
                    .filteredOn(line -> line.startsWith("master"))
                    .containsOnly("master since null")
                    .hasSize(3);
            assertThat(read).filteredOn(line -> line.startsWith("last deploy")).hasSize(1);
        }
    }

    @Nested
    class APassRests {
        private List<String> changedBy(Runnable change) throws Exception {
            ReviewGate gate = ofPullRequest(null, null);
            Grounds then = Grounds.of(gate.restsOn(gate.gather()));
            change.run();
            return List.copyOf(Grounds.of(gate.restsOn(gate.gather())).changedSince(then));
        }

        @Test
        void onWhatItRead() throws Exception {
            assertThat(changedBy(() -> {})).isEmpty();
            assertThat(changedBy(() -> example.body += "More.")).containsExactly("description acme/orders#12");
            assertThat(changedBy(() -> example.reviews.add(Example.approval("carol", 1))))
                    .containsExactly("reviews acme/orders#12");
            assertThat(changedBy(
                            () -> example.labels.add(Example.label("x", true, Account.human("bob"), Example.OPENED))))
                    .containsExactly("labels acme/orders#12");
            assertThat(changedBy(() -> example.commits.add(Example.commitBy("bob", 3, 1))))
                    .containsExactly("commits acme/orders#12");
            assertThat(changedBy(() -> example.scopeChanges.add(Example.OPENED)))
                    .containsExactly("ticket OPS-7");
            assertThat(changedBy(() -> example.baseBranch = "develop")).containsExactly("target-branch acme/orders#12");
            assertThat(changedBy(() -> example.headTree = tree(9)))
                    .containsExactlyInAnyOrder("commit", "commits acme/orders#12");
        }

        @Test
        void neitherOnMereCommentsNorOnTheStatusOfItsTicket() throws Exception {
            assertThat(changedBy(() -> example.reviews.add(
                            Example.review(Account.human("carol"), ReviewFacts.State.COMMENTED, 1, Example.REVIEWED))))
                    .isEmpty();
            assertThat(changedBy(() -> example.ticketStatus = "Done")).isEmpty();
        }
    }

    @Test
    void isAskedForAPullRequestOrACommit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewRequest(Example.REPOSITORY, null, null, null, null, null));
        assertThat(new ReviewRequest(Example.REPOSITORY, 12, commit(1), null, null, null).name())
                .isEqualTo("acme/orders#12");
        assertThat(new ReviewRequest(Example.REPOSITORY, null, commit(1), null, null, null).name())
                .isEqualTo("acme/orders@" + commit(1).abbreviated());
    }

    @Nested
    class AMerge {
        private String merged(String base, String ours, String theirs) {
            return ThreeWayMerge.blob(
                            base.getBytes(StandardCharsets.UTF_8),
                            ours.getBytes(StandardCharsets.UTF_8),
                            theirs.getBytes(StandardCharsets.UTF_8))
                    .orElse("conflict");
        }

        private String named(String content) {
            return ThreeWayMerge.nameOf(content.getBytes(StandardCharsets.UTF_8));
        }

        /** As git hash-object names it. */
        @Test
        void isNamedAsGitDoes() {
            assertThat(named("hello\n")).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
        }

        @Test
        void takesTheSideThatChanged() {
            assertThat(merged("a\n", "b\n", "a\n")).isEqualTo(named("b\n"));
            assertThat(merged("a\n", "a\n", "b\n")).isEqualTo(named("b\n"));
            assertThat(merged("a\n", "b\n", "b\n")).isEqualTo(named("b\n"));
        }

        @Test
        void joinsChangesOfDifferentLinesAndNoOthers() {
            assertThat(merged("1\n2\n3\n4\n5\n", "x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n"))
                    .isEqualTo(named("x\n2\n3\n4\ny\n"));
            assertThat(merged("1\n", "x\n", "y\n")).isEqualTo("conflict");
        }

        @Test
        void ofWhatIsNoTextIsNotJoined() {
            String text = "1\n2\n3\n4\n5\n";
            assertThat(merged("\0" + text, "x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n"))
                    .isEqualTo("conflict");
            assertThat(merged(text, "\0x\n2\n3\n4\n5\n", "1\n2\n3\n4\ny\n")).isEqualTo("conflict");
            assertThat(merged(text, "x\n2\n3\n4\n5\n", "1\n2\n3\n4\n\0y\n")).isEqualTo("conflict");
        }
    }
}
