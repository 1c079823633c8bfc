package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Outcome;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Hand;
import io.jenkins.plugins.itgc.people.Person;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every set of votes. */
class ApprovalPropertiesTest {
    private static final List<String> PEOPLE = List.of("alice", "bob", "mia", "noah", "dora", "rita");

    @Provide
    Arbitrary<ApprovalPolicy> policies() {
        return Arbitraries.of(
                        "1 of managers",
                        "2 of managers",
                        "1 of managers and 1 of dba",
                        "1 of managers and 1 of (dba or fire) when migration",
                        "2 of (managers or dba) or 3 of fire")
                .map(Approvals::policy);
    }

    /** By any account, so that one person may come twice under two of them. */
    @Provide
    Arbitrary<List<Vote>> votes() {
        Arbitrary<Account> accounts = Combinators.combine(
                        Arbitraries.of(PEOPLE), Arbitraries.of("jenkins", "slack", "github", "jira"))
                .as((login, system) -> switch (system) {
                    case "slack" -> Account.slack("T1", "U" + login);
                    case "github" -> Account.gitHub(login + "-alt");
                    case "jira" -> new Account("jira", "acc-" + login);
                    default -> Account.jenkins(login);
                });
        return Combinators.combine(
                        accounts,
                        Arbitraries.of(Vote.Act.GIVE, Vote.Act.GIVE, Vote.Act.GIVE, Vote.Act.REFUSE, Vote.Act.WITHDRAW),
                        Arbitraries.of("managers", "dba", "fire", "guests")
                                .set()
                                .ofMaxSize(2),
                        Arbitraries.longs().between(1, 6))
                .as((account, act, groups, order) -> new Vote(
                        order,
                        act,
                        Approvals.people().of(account).orElseThrow(),
                        account,
                        "test",
                        groups,
                        "",
                        Approvals.ASKED))
                .list()
                .ofMaxSize(6);
    }

    private static Outcome judge(ApprovalPolicy policy, boolean migration, List<Vote> votes, Hand... hands) {
        ApprovalEvidence evidence = Approvals.evidence(Approvals.change(migration, hands), votes.toArray(Vote[]::new));
        return new ApprovalJudge(policy).judge(evidence).outcome();
    }

    /** The rule once more, in another way: somebody is put on every seat, whoever it is, by trying all of them. */
    private static boolean eligibleQuorum(ApprovalPolicy policy, boolean migration, List<Vote> votes) {
        Map<Person, List<Vote>> byPerson = votes.stream()
                .filter(vote -> !Set.of("alice", "bob").contains(vote.person().id()))
                .collect(Collectors.groupingBy(Vote::person));
        List<Set<String>> givers = byPerson.values().stream()
                .flatMap(List::stream)
                .filter(vote -> vote.act() == Vote.Act.GIVE)
                .map(Vote::groups)
                .toList();
        return byPerson.values().stream().anyMatch(own -> own.stream().anyMatch(v -> v.act() == Vote.Act.GIVE))
                && policy.quorum().alternatives().stream().anyMatch(seats -> {
                    List<Seat> needed = seats.stream()
                            .filter(seat -> migration || !seat.onlyWithMigration())
                            .toList();
                    return needed.size() <= byPerson.size()
                            && needed.stream().allMatch(seat -> givers.stream().anyMatch(seat::suits));
                });
    }

    @Property
    void nothingPassesWithoutAnEligibleQuorum(
            @ForAll("policies") ApprovalPolicy policy, @ForAll("votes") List<Vote> votes, @ForAll boolean migration) {
        if (judge(policy, migration, votes) == Outcome.PASS) {
            assertThat(eligibleQuorum(policy, migration, votes)).isTrue();
        }
    }

    @Property
    void oneMoreContributorNeverOpensTheGate(
            @ForAll("policies") ApprovalPolicy policy,
            @ForAll("votes") List<Vote> votes,
            @ForAll boolean migration,
            @ForAll("logins") String login) {
        if (judge(policy, migration, votes) != Outcome.PASS) {
            Hand hand = new Hand(login, Message.text("committed 9d1e"), "acme/orders#12");
            assertThat(judge(policy, migration, votes, hand)).isNotEqualTo(Outcome.PASS);
        }
    }

    @Provide
    Arbitrary<String> logins() {
        return Arbitraries.of(PEOPLE)
                .flatMap(login -> Arbitraries.of(login, login + "-alt", login.toUpperCase(java.util.Locale.ROOT)));
    }

    @Property
    void theOrderOfReadingDoesNotMatter(
            @ForAll("policies") ApprovalPolicy policy,
            @ForAll("votes") List<Vote> votes,
            @ForAll boolean migration,
            @ForAll long seed) {
        List<Vote> shuffled = new ArrayList<>(votes);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(judge(policy, migration, shuffled)).isEqualTo(judge(policy, migration, votes));
    }

    @Property
    void aPersonCountsOnceUnderHoweverManyAccounts(@ForAll("logins") String login, @ForAll("copies") int copies) {
        Person person = Approvals.people().behind(login);
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            votes.add(new Vote(
                    i,
                    Vote.Act.GIVE,
                    person,
                    new Account("system" + i, "a"),
                    "test",
                    Set.of("managers", "dba"),
                    "",
                    Approvals.ASKED));
        }
        assertThat(judge(Approvals.policy("2 of managers"), false, votes)).isNotEqualTo(Outcome.PASS);
        assertThat(judge(Approvals.policy("1 of managers and 1 of dba"), false, votes))
                .isNotEqualTo(Outcome.PASS);
    }

    @Provide
    Arbitrary<Integer> copies() {
        return Arbitraries.integers().between(1, 5);
    }
}
