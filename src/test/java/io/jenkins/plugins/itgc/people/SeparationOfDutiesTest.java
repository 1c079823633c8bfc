package io.jenkins.plugins.itgc.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nobody approves what they contributed to, or what they started, under whatever account. */
class SeparationOfDutiesTest {
    private static final List<String> NAMES = List.of("mia", "noah", "dora");
    private static final People PEOPLE = new People(NAMES.stream()
            .map(name -> new People.Known(
                    new Person(name), Set.of(Account.gitHub(name + "-alt"), Account.jenkins(name)), ""))
            .toList());

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
        SeparationOfDuties duties = new SeparationOfDuties(PEOPLE, hands, Starter.nobody());

        for (String name : NAMES) {
            boolean contributed = logins.stream()
                    .anyMatch(login -> login.equalsIgnoreCase(name) || login.equalsIgnoreCase(name + "-alt"));
            assertThat(duties.objectionTo(new Person(name)).isPresent()).isEqualTo(contributed);
        }
    }

    @Property(tries = 50)
    void whoStartedTheBuildMayNotApproveIt(@ForAll @From("logins") String login) {
        Person starter = PEOPLE.behind(login);
        SeparationOfDuties duties = new SeparationOfDuties(
                PEOPLE,
                List.of(new Hand(null, Message.text("a commit that belongs to nobody"), "acme/orders#1")),
                new Starter(Account.jenkins("any"), starter));

        assertThat(duties.objectionTo(starter)).isPresent();
        assertThat(NAMES.stream().map(Person::new).filter(person -> !person.equals(starter)))
                .allSatisfy(person -> assertThat(duties.objectionTo(person)).isEmpty());
    }
}
