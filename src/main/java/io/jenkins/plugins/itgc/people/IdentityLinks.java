package io.jenkins.plugins.itgc.people;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.Beginning;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.IdentityEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.IdentityFold;
import java.util.Map;

/** Accounts that people connected themselves: kept in the ledger, read back from it. An entry of an administrator wins. */
public final class IdentityLinks {
    private final EventLog log;

    /** @param ledger keeps the links */
    public IdentityLinks(Ledger ledger) {
        this.log = new EventLog(ledger);
    }

    /**
     * Connects an account with a person, unless it is known whose it is.
     *
     * @param people who is known now
     */
    public boolean link(People people, Person person, Account account, String proof) {
        if (!has(people, person) || people.of(account).isPresent()) {
            return false;
        }
        Subject.OfAccount subject = new Subject.OfAccount(account.system(), account.id());
        IdentityEvent.Link link =
                new IdentityEvent.Link(person.id(), new ApprovalBody.Account(account.system(), account.id()), proof);
        log.append(new IdentityEvent.Linked(subject, link), Actor.named(subject.text()));
        return true;
    }

    private static boolean has(People people, Person person) {
        return people.known().stream().anyMatch(known -> known.person().equals(person));
    }

    /** Who is known, with the links of those whom an administrator entered. */
    public People in(People entered) {
        People all = entered;
        for (Map.Entry<ApprovalBody.Account, String> link : links().persons().entrySet()) {
            Person person = new Person(link.getValue());
            Account account = new Account(link.getKey().system(), link.getKey().id());
            boolean counts = entered.of(account).isEmpty() && has(entered, person);
            all = counts ? all.with(person, account) : all;
        }
        return all;
    }

    private IdentityFold links() {
        IdentityFold links = IdentityFold.NONE;
        for (Recorded<IdentityEvent.Linked> linked :
                log.beginning(IdentityEvent.Linked.class, Beginning.ofAccounts())) {
            links = links.after(linked.event());
        }
        return links;
    }
}
