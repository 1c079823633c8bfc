package io.jenkins.plugins.itgc.review;

import static io.jenkins.plugins.itgc.review.Example.commit;
import static io.jenkins.plugins.itgc.review.Example.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Gate;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.CanonicalJson;
import io.jenkins.plugins.itgc.ledger.event.ReviewBody;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import io.jenkins.plugins.itgc.review.facts.Account;
import io.jenkins.plugins.itgc.review.facts.BodyEdit;
import io.jenkins.plugins.itgc.review.facts.ChangedFile;
import io.jenkins.plugins.itgc.review.facts.CommitFacts;
import io.jenkins.plugins.itgc.review.facts.GitActor;
import io.jenkins.plugins.itgc.review.facts.IncludedChange;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import io.jenkins.plugins.itgc.review.facts.PullRequestEvidence;
import io.jenkins.plugins.itgc.review.facts.RebuiltFacts;
import io.jenkins.plugins.itgc.review.facts.ReviewEvidence;
import io.jenkins.plugins.itgc.review.facts.ReviewFacts;
import io.jenkins.plugins.itgc.review.facts.TicketActor;
import io.jenkins.plugins.itgc.review.facts.TicketFacts;
import io.jenkins.plugins.itgc.review.facts.TicketKey;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a review was judged on comes back from the ledger as it was, so that it can be judged again. */
class ReviewInLedgerTest {
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Example example = new Example();

    private static RulingBody<ReviewBody.Policy, ReviewBody.Evidence> kept(
            ReviewEvidence evidence, Change change, ReviewPolicy policy) {
        Finding finding = Finding.of("review.not-peer-reviewed", "acme/orders#12", null, 0, 1, "3f2a");
        Ruling ruling = new Ruling(
                "review",
                change,
                new Decision.Refuse(List.of(finding)),
                Explanation.refuse(Message.text("rule"), finding));
        return ReviewWire.event(new Gate.Judgement<>(ruling, evidence), policy, "orders", Map.of("commit", "1:aa"))
                .body();
    }

    private static ReviewEvidence reread(ReviewEvidence evidence) {
        String kept = CanonicalJson.of(
                kept(evidence, evidence.change(), Example.policy()).evidence());
        try {
            return ReviewWire.evidence(JSON.readValue(kept, ReviewBody.Evidence.class));
        } catch (JsonProcessingException e) {
            throw new AssertionError(kept, e);
        }
    }

    @Provide
    Arbitrary<Example> pullRequests() {
        return ExampleArbitrary.pullRequests();
    }

    @Property(tries = 200)
    void anyPullRequestComesBack(@ForAll("pullRequests") Example pr) {
        assertThat(reread(pr.evidence())).isEqualTo(pr.evidence());
    }

    @Test
    void everythingThatIsReadComesBack() {
        example.merged = true;
        example.repositoryPolicy = "migrationFiles: [\"db/**\"]";
        example.author = new Account("renovate", Account.Kind.BOT);
        example.reviews.add(new ReviewFacts(
                Account.human("carol"),
                ReviewFacts.State.DISMISSED,
                commit(1),
                tree(1),
                false,
                Example.REVIEWED,
                null,
                new ReviewFacts.Dismissal(Account.GHOST, ReviewFacts.State.CHANGES_REQUESTED)));
        example.reviews.add(new ReviewFacts(
                Account.human("dave"), ReviewFacts.State.APPROVED, null, null, true, Example.REVIEWED, null, null));
        example.commits.add(new CommitFacts(
                commit(2),
                tree(2),
                List.of(commit(1), commit(50)),
                List.of(new GitActor("x", "x@example.com", null)),
                Example.actor("bob"),
                true,
                "Merge"));
        example.labels.add(Example.label("LGTM", true, Account.human("carol"), Example.REVIEWED));
        example.edits.add(new BodyEdit(Account.GHOST, Example.REVIEWED, "Ticket: OPS-7"));
        example.baseChanges.add(Example.PUSHED);
        example.files.add(new ChangedFile("db/new.sql", "db/old.sql"));
        MergeFacts merge = new MergeFacts(
                commit(1), commit(50), commit(2), tree(2), List.of(new MergedFile("a.txt", null, "b10b")), true);
        example.merges.add(merge);
        example.rebuilt.add(new RebuiltFacts(commit(1), commit(50), commit(2), commit(51)));
        example.mayPush.put("bob", true);
        TicketFacts untold = new TicketFacts(
                new TicketKey("redmine", "12"),
                "ops",
                "https://redmine.example/12",
                "Faster",
                "Open",
                List.of(
                        new TicketFacts.Transition(
                                "Approved", new TicketActor("7", "Bot", false, false), Example.PUSHED),
                        new TicketFacts.Transition(
                                "Open", new TicketActor("", "nobody", false, false), Example.REVIEWED)),
                List.of(Example.REVIEWED));
        ReviewEvidence evidence = new ReviewEvidence(
                Change.ofProduction(Example.REPOSITORY, commit(99), tree(99), List.of(12), null),
                List.of(new PullRequestEvidence(example.facts(), List.of(example.ticket(), untold))),
                commit(50),
                List.of(
                        new IncludedChange(commit(50), List.of(commit(51), commit(99)), 12, merge),
                        new IncludedChange(commit(99), List.of(commit(100)), null, null)));

        assertThat(reread(evidence)).isEqualTo(evidence);
    }

    @Test
    void aChangeThatCouldNotBeReadComesBack() {
        Change unread = Change.unread(Example.REPOSITORY, 12, null, "production");
        ReviewEvidence nothing = new ReviewEvidence(unread, List.of(), null, List.of());

        assertThat(reread(nothing)).isEqualTo(nothing);
        assertThat(kept(null, unread, Example.policy()).evidence()).isNull();
    }

    /** Whoever judges again lists it as unreadable; it is never taken for a review without its parts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'change': {'repository': 'acme/orders'}, 'subject': 'PULL_REQUEST', 'pullRequests': [{'tickets': []}]}",
                "{'change': {'repository': 'acme/orders'}, 'subject': 'PULL_REQUEST', 'pullRequests': [{'facts': {'number': 12}}]}"
            })
    void anEntryThatLacksPartsIsNotReadAsAReview(String body) throws Exception {
        ReviewBody.Evidence kept = JSON.readValue(body.replace('\'', '"'), ReviewBody.Evidence.class);

        assertThatThrownBy(() -> ReviewWire.evidence(kept)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void thePolicyComesBack() throws Exception {
        ReviewBody.Policy kept =
                kept(null, example.evidence().change(), example.policy).policy();

        assertThat(ReviewPolicyWire.policy(JSON.readValue(CanonicalJson.of(kept), ReviewBody.Policy.class)))
                .isEqualTo(example.policy);
    }

    @Test
    void thePolicyStandsThereInTheSameFormHoweverItWasEntered() {
        String kept = CanonicalJson.of(
                kept(null, example.evidence().change(), example.policy).policy());

        assertThat(kept)
                .contains("\"approvedStatuses\":[\"Approved\"]", "\"projects\":[\"OPS\",\"PAY\"]", "\"kind\":\"JIRA\"");
    }

    @Test
    void theRulingNamesItsServiceAndWhatItRestsOn() {
        RulingBody<?, ?> body = kept(example.evidence(), example.evidence().change(), example.policy);

        assertThat(body.service()).isEqualTo("orders");
        assertThat(body.grounds()).isEqualTo(Map.of("commit", "1:aa"));
        assertThat(body.decision()).isEqualTo("refuse");
    }
}
