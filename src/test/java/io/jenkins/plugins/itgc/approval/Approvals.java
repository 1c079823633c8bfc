package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Group;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A change written by alice and committed by bob, which mia and noah (managers) and dora (dba) may approve. */
public final class Approvals {
    static final Instant ASKED = Instant.parse("2026-10-01T09:00:00Z");
    static final Instant NOW = ASKED.plus(Duration.ofMinutes(30));
    static final Person MIA = new Person("mia");
    static final Person NOAH = new Person("noah");
    static final Person DORA = new Person("dora");

    private Approvals() {}

    public static People people() {
        return new People(
                List.of(known("alice"), known("bob"), known("mia"), known("noah"), known("dora"), known("rita")));
    }

    private static People.Known known(String login) {
        return new People.Known(
                new Person(login),
                Set.of(
                        Account.jenkins(login),
                        Account.slack("T1", "U" + login),
                        Account.gitHub(login + "-alt"),
                        new Account("jira", "acc-" + login)),
                login + "@acme.example");
    }

    public static ApprovalPolicy policy(String quorum) {
        return new ApprovalPolicy(
                Quorum.parse(quorum),
                List.of(
                        new Group("managers", Set.of(MIA, NOAH, new Person("alice")), Set.of("jenkins-managers")),
                        new Group("dba", Set.of(DORA), Set.of()),
                        new Group("fire", Set.of(new Person("bob"), new Person("rita"), MIA), Set.of())),
                List.of(),
                Set.of("Release approved"),
                ApprovalPolicy.Limits.DEFAULT,
                new BreakGlassPolicy("fire", Duration.ofHours(24)));
    }

    public static CarriedChange change(boolean migration, Hand... more) {
        List<Hand> hands = new ArrayList<>(List.of(
                new Hand("alice", Message.text("opened the pull request"), "acme/orders#12"),
                new Hand("bob", Message.text("committed 3f2a"), "acme/orders#12")));
        hands.addAll(List.of(more));
        return new CarriedChange(
                Change.ofProduction(
                        new RepositoryId("acme", "orders"),
                        new CommitId("a".repeat(40)),
                        new TreeId("b".repeat(40)),
                        List.of(12),
                        "production"),
                new Scope(Map.of("acme/orders#12", "1")),
                List.of(new CarriedPullRequest(12, "Faster", "https://github.example/12", "alice")),
                List.of(),
                hands,
                List.of(),
                migration);
    }

    static ApprovalRequest request() {
        return new ApprovalRequest("7", ASKED, ASKED.plus(Duration.ofDays(3)), false, Map.of());
    }

    static ApprovalEvidence evidence(CarriedChange change, Vote... votes) {
        return new ApprovalEvidence(
                change, request(), Starter.nobody(), List.of(votes), people(), null, List.of(), NOW);
    }

    static ApprovalEvidence evidence(Vote... votes) {
        return evidence(change(false), votes);
    }

    static ApprovalEvidence startedBy(Starter starter, Vote... votes) {
        return new ApprovalEvidence(change(false), request(), starter, List.of(votes), people(), null, List.of(), NOW);
    }

    static ApprovalEvidence broken(BreakGlass glass) {
        return new ApprovalEvidence(
                change(false), request(), Starter.nobody(), List.of(), people(), glass, List.of(), NOW);
    }

    static ApprovalEvidence asOf(Instant now, Vote... votes) {
        return new ApprovalEvidence(
                change(false), request(), Starter.nobody(), List.of(votes), people(), null, List.of(), now);
    }

    static Vote given(long order, String person, String... groups) {
        return vote(order, Vote.Act.GIVE, person, groups);
    }

    static Vote vote(long order, Vote.Act act, String person, String... groups) {
        return new Vote(
                order,
                act,
                new Person(person),
                Account.jenkins(person),
                "jenkins",
                Set.of(groups),
                "because",
                ASKED.plusSeconds(order));
    }

    static BreakGlass.Word word(String person, String reason, String... groups) {
        return new BreakGlass.Word(new Person(person), Account.jenkins(person), Set.of(groups), reason, NOW);
    }
}
