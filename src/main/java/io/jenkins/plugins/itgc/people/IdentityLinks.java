package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.ledger.EntryJson;

import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.util.List;

/** Accounts that people connected themselves: kept in the ledger, read back from it. An entry of an administrator wins. */
public final class IdentityLinks {
    static final String LINKED = "identity.linked";

    private final Ledger ledger;

    public IdentityLinks(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What {@code identity.linked} keeps.
     *
     * @param person whose account it is
     * @param account which one
     * @param proof how that was shown
     */
    record LinkBody(String person, Account account, String proof) {}

    /**
     * Connects an account with a person, unless it is known whose it is.
     *
     * @param people who is known now
     */
    public boolean link(People people, Person person, Account account, String proof) {
        if (!has(people, person) || people.of(account).isPresent()) {
            return false;
        }
        ledger.append(new Draft(LINKED, subject(account), subject(account), new LinkBody(person.id(), account, proof)));
        return true;
    }

    private static boolean has(People people, Person person) {
        return people.known().stream().anyMatch(known -> known.person().equals(person));
    }

    private static String subject(Account account) {
        return "account " + account.system() + " " + account.id();
    }

    /** Who is known, with the links of those whom an administrator entered. */
    public People in(People entered) {
        People all = entered;
        for (Entry entry : ledger.filed(List.of(LINKED), "account ")) {
            LinkBody link = EntryJson.read(entry, LinkBody.class);
            Person person = new Person(link.person());
            boolean counts = entered.of(link.account()).isEmpty() && has(entered, person);
            all = counts ? all.with(person, link.account()) : all;
        }
        return all;
    }
}
