package io.jenkins.plugins.itgc.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An account is a person's only where exactly one entry says so. */
class PeopleTest {
    private static final Person MIA = new Person("mia");
    private static final Person NOAH = new Person("noah");

    private static People.Known known(Person person, String email, Account... accounts) {
        return new People.Known(person, Set.of(accounts), email);
    }

    private static People people(People.Known... known) {
        return new People(List.of(known));
    }

    @Test
    void aPersonsLoginAtTheCodeHostIsTheirAccount() {
        assertThat(people(known(MIA, "")).of(Account.gitHub("Mia"))).contains(MIA);
    }

    @Test
    void theSameIdInAnotherSystemIsSomebodyElse() {
        People people = people(known(MIA, "", Account.jenkins("mia-j")));

        assertThat(people.of(Account.jenkins("mia-j"))).contains(MIA);
        assertThat(people.of(new Account("jira", "mia-j"))).isEmpty();
        assertThat(people.of(Account.jenkins("mia"))).isEmpty();
        assertThat(people.of(Account.jenkins("MIA-J")))
                .as("ids of Jenkins are compared as they are")
                .isEmpty();
    }

    @Test
    void anAccountThatTwoPersonsClaimIsNobodys() {
        Account shared = Account.jenkins("ops");

        assertThat(people(known(MIA, "", shared), known(NOAH, "", shared)).of(shared))
                .isEmpty();
        assertThat(people(known(MIA, "", shared)).with(NOAH, shared).of(shared)).isEmpty();
    }

    @Test
    void aLoginThatTwoPersonsClaimStandsForItself() {
        Account shared = Account.gitHub("shared");
        People people = people(known(MIA, "", shared), known(NOAH, "", shared));

        assertThat(people.behind("shared")).isEqualTo(new Person("shared"));
        assertThat(people.behind("unheard-of")).isEqualTo(new Person("unheard-of"));
        assertThat(people(known(MIA, "", Account.gitHub("mia-alt"))).behind("MIA-ALT"))
                .isEqualTo(MIA);
    }

    @Test
    void anAddressFindsItsPersonWhateverItsCaseAndNobodyWhenItIsEmpty() {
        People people = people(known(MIA, " Mia@Acme.example "), known(NOAH, ""), known(new Person("eve"), null));

        assertThat(people.ofVerified("mia@acme.EXAMPLE")).contains(MIA);
        assertThat(people.ofVerified("")).isEmpty();
        assertThat(people.ofVerified(" ")).isEmpty();
        assertThat(people.ofVerified(null)).isEmpty();
    }

    @Test
    void anAddressOfTwoPersonsFindsNeither() {
        assertThat(people(known(MIA, "team@acme.example"), known(NOAH, "team@acme.example"))
                        .ofVerified("team@acme.example"))
                .isEmpty();
    }

    @Test
    void theAccountsOfAPersonAreThoseOfAllTheirEntries() {
        People people = people(known(MIA, "", Account.jenkins("m2"))).with(MIA, Account.jenkins("m1"));

        assertThat(people.accounts(MIA, Account.JENKINS)).containsExactly("m1", "m2");
        assertThat(people.accounts(NOAH, Account.JENKINS)).isEmpty();
    }
}
