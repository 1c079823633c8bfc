package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.ledger.OldLedger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.BreakGlassFold;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        book = new ApprovalBook(ledger, appended -> {});
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** Without those of the demo's story, which do not say what would be deployed. */
    private List<Recorded<ApprovalEvent.Requested>> requests() {
        return new EventLog(ledger)
                .after(ApprovalEvent.Requested.class, 0, 1000).stream()
                        .filter(requested -> requested.event().body().carried() != null)
                        .toList();
    }

    private Map<String, Object> told(OpenRequest open) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", open.id());
        told.put("body", open.asked());
        told.put("request", open.request());
        told.put("answers", open.votes().stream().map(this::told).toList());
        told.put("byTicket", open.ticketVote().map(this::told).orElse(null));
        told.put("expired", open.expired());
        told.put("completed", open.completed());
        told.put(
                "emergency",
                Optional.ofNullable(open.fold().breakGlass()).map(this::told).orElse(null));
        return told;
    }

    private Map<String, Object> told(Recorded<? extends ApprovalEvent.Act> act) {
        return Map.of(
                "entry",
                act.entry().evidenceId(),
                "kind",
                act.entry().kind(),
                "body",
                act.event().body());
    }

    private Map<String, Object> told(BreakGlassFold glass) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("opened", told(glass.opened()));
        told.put("confirmed", glass.confirmed() == null ? null : told(glass.confirmed()));
        told.put("reviewed", glass.reviewed());
        told.put("overdue", glass.overdue());
        return told;
    }

    @Test
    void standAsTheyStood() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        for (Recorded<ApprovalEvent.Requested> requested : requests()) {
            Subject.InEnvironment subject = requested.event().subject();
            String service = requested.event().body().service();
            all.put(
                    subject.text(),
                    book.standing(subject, service).map(this::told).orElse(null));
        }
        assertThat(all).hasSizeGreaterThan(5);
        OldLedger.requireRecorded("approvals/standing", all);
    }

    /** The second of the two that an old request waits for. */
    @Test
    void takeAnswersStill() {
        List<Recorded<ApprovalEvent.Requested>> requests = requests();
        Recorded<ApprovalEvent.Requested> open = requests.get(requests.size() - 1);
        ApprovalEvent.Answer answer = new ApprovalEvent.Answer(
                String.valueOf(open.sequence()),
                "nina",
                new ApprovalBody.Account("jenkins", "nina"),
                "dashboard",
                Set.of(),
                "",
                null,
                null);
        book.append(new ApprovalEvent.Given(open.event().subject(), answer), Actor.account("jenkins", "nina"));

        assertThat(book.standing(open.event().subject(), open.event().body().service()))
                .hasValueSatisfying(standing -> assertThat(standing.votes())
                        .extracting(vote -> vote.event().body().person())
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
        book.breakGlasses(repository, environment)
                .forEach(glass -> all.put(glass.opened().event().subject().text(), told(glass)));
        return all;
    }

    @Test
    void knowTheAccountsThatPeopleLinked() {
        People entered = new People(List.of(new People.Known(new Person("carl"), Set.of(), "")));
        assertThat(new IdentityLinks(ledger).in(entered).of(Account.slack("T0SANDBOX", "UCARL")))
                .contains(new Person("carl"));
    }
}
