package io.jenkins.plugins.itgc.jenkins.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.approval.Account;
import io.jenkins.plugins.itgc.approval.People;
import io.jenkins.plugins.itgc.approval.Person;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.SqliteLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests for approval, emergencies and linked accounts of an old ledger stand as they stood. */
class OldApprovalsTest {
    @TempDir
    Path folder;

    private SqliteLedger ledger;
    private ApprovalBook book;

    @BeforeEach
    void open() throws IOException {
        ledger = OldLedger.open(folder);
        book = new ApprovalBook(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Without those of the demo's story, which do not say what would be deployed. */
    private List<Entry> requests() {
        return ledger.entries(Set.of(Kinds.REQUESTED), 0, 1000).stream()
                .filter(entry -> entry.body().contains("\"carried\""))
                .toList();
    }

    private Map<String, Object> told(Asked asked) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", asked.id());
        told.put("body", asked.body());
        told.put("request", asked.request());
        told.put("answers", asked.answers().stream().map(this::told).toList());
        told.put("byTicket", asked.byTicket().map(this::told).orElse(null));
        told.put("expired", asked.expired());
        told.put("completed", asked.completed());
        told.put("emergency", asked.emergency().map(this::told).orElse(null));
        return told;
    }

    private Map<String, Object> told(Asked.Answered answered) {
        return Map.of(
                "entry", answered.entry().evidenceId(), "kind", answered.entry().kind(), "body", answered.body());
    }

    private Map<String, Object> told(Emergency emergency) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("opened", told(emergency.opened()));
        told.put("confirmed", emergency.confirmed() == null ? null : told(emergency.confirmed()));
        told.put("reviewed", emergency.reviewed());
        told.put("overdue", emergency.overdue());
        return told;
    }

    @Test
    void standAsTheyStood() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        for (Entry entry : requests()) {
            all.put(entry.subject(), book.standing(entry.subject()).map(this::told).orElse(null));
        }
        assertThat(all).hasSizeGreaterThan(5);
        OldLedger.requireRecorded("approvals/standing", all);
    }

    /** The second of the two that an old request waits for. */
    @Test
    void takeAnswersStill() {
        List<Entry> requests = requests();
        Entry open = requests.get(requests.size() - 1);
        String request = String.valueOf(open.sequence());
        AnswerBody answer =
                new AnswerBody(request, "nina", Account.jenkins("nina"), "dashboard", Set.of(), "", null, null);
        ledger.append(new Draft(Kinds.GIVEN, open.subject(), "jenkins nina", answer));

        assertThat(book.standing(open.subject()))
                .hasValueSatisfying(asked -> assertThat(asked.answers())
                        .extracting(answered -> answered.body().person())
                        .containsExactly("mia", "nina"));
    }

    @Test
    void haveTheSameEmergencies() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        all.putAll(emergencies("acme/ranking", "staging"));
        all.putAll(emergencies("acme/billing", "production"));
        assertThat(all).hasSize(2);
        OldLedger.requireRecorded("approvals/emergencies", all);
    }

    private Map<String, Object> emergencies(String repository, String environment) {
        Map<String, Object> all = new TreeMap<>();
        book.emergencies(repository, environment).forEach((subject, emergency) -> all.put(subject, told(emergency)));
        return all;
    }

    @Test
    void knowTheAccountsThatPeopleLinked() {
        People entered = new People(List.of(new People.Known(new Person("carl"), Set.of(), "")));
        assertThat(new IdentityLinks(ledger).in(entered).of(Account.slack("T0SANDBOX", "UCARL")))
                .contains(new Person("carl"));
    }
}
