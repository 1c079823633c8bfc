package io.jenkins.plugins.itgc.review;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.LabelEvent;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.facts.PushFacts;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import io.jenkins.plugins.itgc.review.policy.TicketPolicy;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pull request that passes: alice wrote it, bob approved it, and manager mia approved its ticket. Change one thing. */
public final class Example {
    public static final RepositoryId REPOSITORY = new RepositoryId("acme", "orders");
    public static final Instant OPENED = Instant.parse("2026-10-01T09:00:00Z");
    public static final Instant PUSHED = OPENED.plusSeconds(60);
    public static final Instant REVIEWED = OPENED.plusSeconds(3600);
    public static final CommitId HEAD = commit(1);
    public static final TreeId TREE = tree(1);

    public String body = "Faster checkout.\n\nTicket: OPS-7\n";
    public String baseBranch = "master";
    public String repositoryPolicy = "";
    public boolean merged;
    public Account author = Account.human("alice");
    public CommitId head = HEAD;
    public TreeId headTree = TREE;
    public final List<CommitFacts> commits = new ArrayList<>(List.of(commitBy("alice", 1, 0)));
    public final List<ReviewFacts> reviews = new ArrayList<>(List.of(approval("bob", 1)));
    public final List<LabelEvent> labels = new ArrayList<>();
    public final List<BodyEdit> edits = new ArrayList<>();
    public final List<Instant> baseChanges = new ArrayList<>();
    public final List<PushFacts> pushes = new ArrayList<>(List.of(push("alice", 1)));
    public final List<ChangedFile> files = new ArrayList<>(List.of(new ChangedFile("src/Checkout.java", null)));
    public final List<MergeFacts> merges = new ArrayList<>();
    public final List<RebuiltFacts> rebuilt = new ArrayList<>();
    public final Map<String, Boolean> mayPush = new HashMap<>();
    public String ticketProject = "OPS";
    public String ticketStatus = "Approved";
    public String ticketMovedTo = "Approved";
    public TicketActor manager = new TicketActor("acc-mia", "Mia", true, true);
    public final List<Instant> scopeChanges = new ArrayList<>();
    public boolean ticketExists = true;
    public boolean historyTold = true;
    public ReviewPolicy policy = policy();

    /** The n-th commit; the digits are hexadecimal. */
    public static CommitId commit(int n) {
        return new CommitId(String.format("%040x", 0xc0de0000L + n));
    }

    public static TreeId tree(int n) {
        return new TreeId(String.format("%040x", 0x7ee00000L + n));
    }

    public static GitActor actor(String login) {
        return new GitActor(login, login + "@example.com", Account.human(login));
    }

    /** A commit whose author committed it. */
    public static CommitFacts commitBy(String login, int n, int parent) {
        return new CommitFacts(
                commit(n), tree(n), List.of(commit(parent)), List.of(actor(login)), actor(login), false, "Work");
    }

    public static ReviewFacts approval(String login, int n) {
        return review(Account.human(login), ReviewFacts.State.APPROVED, n, REVIEWED);
    }

    public static ReviewFacts review(Account by, ReviewFacts.State state, int n, Instant at) {
        return new ReviewFacts(
                by, state, commit(n), tree(n), true, at, "https://github.example/acme/orders/pull/12#r" + n, null);
    }

    /** A label that was never changed. */
    public static LabelEvent label(String label, boolean added, Account actor, Instant at) {
        return new LabelEvent(label, added, actor, at, Instant.EPOCH);
    }

    public static PushFacts push(String login, int n) {
        return new PushFacts(Account.human(login), commit(n), PUSHED, PushFacts.Kind.ADDED);
    }

    public static ReviewPolicy policy() {
        Tracker jira = new Tracker(
                "jira",
                Tracker.Kind.JIRA,
                URI.create("https://jira.example"),
                Set.of("OPS", "PAY"),
                Set.of("Approved"),
                "release-managers");
        return ReviewPolicy.of("master", new TicketPolicy("Ticket", List.of(jira)), people());
    }

    private static People people() {
        return new People(List.of(person("mia", "acc-mia"), person("alice", "acc-alice"), person("bob", "acc-bob")));
    }

    private static People.Known person(String login, String account) {
        return new People.Known(
                new Person(login), Set.of(new io.jenkins.plugins.itgc.people.Account("jira", account)), "");
    }

    public PullRequestFacts facts() {
        return new PullRequestFacts(
                REPOSITORY,
                12,
                "https://github.example/acme/orders/pull/12",
                "Faster checkout",
                body,
                merged,
                author,
                OPENED,
                baseBranch,
                head,
                headTree,
                merged ? commit(99) : null,
                merged ? REVIEWED : null,
                merged ? "bob" : null,
                commits,
                reviews,
                labels,
                edits,
                baseChanges,
                pushes,
                files,
                merges,
                rebuilt,
                repositoryPolicy,
                mayPush);
    }

    public TicketFacts ticket() {
        List<TicketFacts.Transition> transitions =
                historyTold ? List.of(new TicketFacts.Transition(ticketMovedTo, manager, REVIEWED)) : List.of();
        return new TicketFacts(
                new TicketKey("jira", "OPS-7"),
                ticketProject,
                "https://jira.example/browse/OPS-7",
                "Faster checkout",
                ticketStatus,
                transitions,
                scopeChanges);
    }

    public PullRequestEvidence pullRequest() {
        return new PullRequestEvidence(facts(), ticketExists ? List.of(ticket()) : List.of());
    }

    public ReviewEvidence evidence() {
        Change change = Change.ofPullRequest(REPOSITORY, head, headTree, 12, "production");
        return new ReviewEvidence(change, List.of(pullRequest()), null, List.of());
    }

    /** What all rules together say. */
    public Explanation judge() {
        return new ReviewJudge(policy).judge(evidence());
    }
}
