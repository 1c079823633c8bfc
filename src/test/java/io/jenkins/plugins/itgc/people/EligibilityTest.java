package io.jenkins.plugins.itgc.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who is asked answers; nobody approves what they contributed to, or what they started, under whatever account. */
class EligibilityTest {
    private static final List<String> NAMES = List.of("mia", "noah", "dora");
    private static final People PEOPLE = new People(NAMES.stream()
            .map(name -> new People.Known(
                    new Person(name), Set.of(Account.gitHub(name + "-alt"), Account.jenkins(name)), ""))
            .toList());

    private static final Set<String> MANAGERS = Set.of("managers");

    @Provide
    Arbitrary<String> logins() {
        List<String> logins = new ArrayList<>(NAMES);
        NAMES.forEach(name -> logins.addAll(List.of(name + "-alt", name.toUpperCase(Locale.ROOT))));
        logins.add("stranger");
        return Arbitraries.of(logins);
    }

    @Property(tries = 300)
    void whoContributedUnderAnyLoginMayNotApproveAndNobodyElseIsKeptFromIt(
            @ForAll List<@From("logins") String> logins) {
        List<Hand> hands = logins.stream()
                .map(login -> new Hand(login, Message.text("committed"), "acme/orders#1"))
                .toList();
        Eligibility eligibility = new Eligibility(PEOPLE, hands, Starter.nobody());

        for (String name : NAMES) {
            boolean contributed = logins.stream()
                    .anyMatch(login -> login.equalsIgnoreCase(name) || login.equalsIgnoreCase(name + "-alt"));
            assertThat(eligibility.admits(new Person(name), MANAGERS, MANAGERS)).isEqualTo(!contributed);
        }
    }

    @Property(tries = 50)
    void whoStartedTheBuildMayNotApproveIt(@ForAll @From("logins") String login) {
        Person starter = PEOPLE.behind(login);
        Eligibility eligibility = new Eligibility(
                PEOPLE,
                List.of(new Hand(null, Message.text("a commit that belongs to nobody"), "acme/orders#1")),
                new Starter(Account.jenkins("any"), starter));

        assertThat(eligibility.objectionTo(starter, MANAGERS, MANAGERS))
                .map(Finding::code)
                .contains("approval.starter");
        assertThat(NAMES.stream().map(Person::new).filter(person -> !person.equals(starter)))
                .allSatisfy(person -> assertThat(eligibility.admits(person, MANAGERS, MANAGERS))
                        .isTrue());
    }

    @Property(tries = 100)
    void whoIsInNoGroupThatIsAskedMayNotAnswerWhateverElseTheyAre(
            @ForAll Set<@From("groups") String> groups, @ForAll Set<@From("groups") String> asked) {
        Eligibility eligibility = new Eligibility(PEOPLE, List.of(), Starter.nobody());
        boolean inOne = !Collections.disjoint(groups, asked);

        assertThat(eligibility.admits(new Person("mia"), groups, asked)).isEqualTo(inOne);
        assertThat(eligibility.objectionTo(new Person("mia"), groups, asked).map(Finding::code))
                .isEqualTo(inOne ? Optional.empty() : Optional.of("approval.not-in-group"));
    }

    @Provide
    Arbitrary<String> groups() {
        return Arbitraries.of("managers", "dba", "sre");
    }

    @Example
    void aRoleIsHeldByNameOrByAGroupOfTheRealm() {
        Set<String> allowed = Set.of("rita", "incident-leads");

        assertThat(Eligibility.holdsRole("rita", Set.of(), allowed)).isTrue();
        assertThat(Eligibility.holdsRole("sam", Set.of("incident-leads"), allowed))
                .isTrue();
        assertThat(Eligibility.holdsRole("sam", Set.of("rita-fans"), allowed)).isFalse();
        assertThat(Eligibility.holdsRole("sam", Set.of(), Set.of())).isFalse();
    }
}
