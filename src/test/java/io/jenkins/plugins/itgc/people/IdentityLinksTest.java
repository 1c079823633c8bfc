package io.jenkins.plugins.itgc.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people connect themselves counts as long as no administrator says something else. */
class IdentityLinksTest {
    private static final Person MIA = new Person("mia");
    private static final Person NOAH = new Person("noah");
    private static final Account SLACK = Account.slack("T1", "U1");
    private static final People ENTERED = new People(List.of(known(MIA), known(NOAH)));

    @TempDir
    Path folder;

    private Ledger ledger;
    private IdentityLinks links;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), new TurnedClock());
        links = new IdentityLinks(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static People.Known known(Person person, Account... accounts) {
        return new People.Known(person, Set.of(accounts), "");
    }

    @Test
    void aConnectedAccountIsThePersons() {
        assertThat(links.link(ENTERED, MIA, SLACK, "code")).isTrue();

        assertThat(links.in(ENTERED).of(SLACK)).contains(MIA);
    }

    @Test
    void anAccountIsNotConnectedASecondTimeNorWithSomebodyWhomNobodyEntered() {
        links.link(ENTERED, MIA, SLACK, "code");

        assertThat(links.link(links.in(ENTERED), NOAH, SLACK, "code")).isFalse();
        assertThat(links.link(ENTERED, new Person("eve"), Account.slack("T1", "U2"), "code"))
                .isFalse();
        assertThat(ledger.entries(0, 10)).hasSize(1);
    }

    @Test
    void anAdministratorsEntryWins() {
        links.link(ENTERED, MIA, SLACK, "code");

        assertThat(links.in(new People(List.of(known(MIA), known(NOAH, SLACK)))).of(SLACK))
                .contains(NOAH);
    }

    @Test
    void whoIsNoLongerEnteredHasNoConnectedAccounts() {
        links.link(ENTERED, MIA, SLACK, "code");

        assertThat(links.in(new People(List.of(known(NOAH)))).of(SLACK)).isEmpty();
    }
}
