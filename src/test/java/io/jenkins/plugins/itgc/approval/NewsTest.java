package io.jenkins.plugins.itgc.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.event.ApprovalBody;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people hear of an approval. */
class NewsTest {
    private static final Subject.InEnvironment SUBJECT =
            Subject.InEnvironment.of(Approvals.change(false).change());
    private static final String CHANGE = SUBJECT.text();
    private static final ApprovalEvent.Changed CHANGED = new ApprovalEvent.Changed("7", List.of());

    private static Optional<News> of(ApprovalEvent event) {
        Entry entry = new Entry(42, Instant.EPOCH, "kind", CHANGE, "actor", "{}", null, "hash");
        return News.of(new Recorded<>(entry, event));
    }

    private static ApprovalEvent.Answer answer(String reason) {
        return new ApprovalEvent.Answer(
                "7", "mia", new ApprovalBody.Account("slack", "T1/Umia"), "slack", Set.of(), reason, null, null);
    }

    private static void says(ApprovalEvent event, String sentence, boolean urgent) {
        assertThat(of(event)).hasValueSatisfying(news -> isNews(news, "7", sentence, false, urgent));
    }

    private static void isNews(News news, String request, String sentence, boolean opening, boolean urgent) {
        assertThat(news.message().english()).isEqualTo(sentence);
        assertThat(news).isEqualTo(new News(request, CHANGE, news.message(), opening, urgent));
    }

    @Test
    void isSaidInJapaneseToo() {
        assertThat(of(new ApprovalEvent.Given(SUBJECT, answer("Fine"))))
                .map(news -> news.message().in(Locale.JAPANESE))
                .contains("mia が承認しました(slack): Fine");
    }

    @Test
    void whatNobodyWroteIsSaidInJapaneseToo() {
        ApprovalEvent.Answer changed = answer("").because(Message.of("approval.answer.tickets-changed"));

        says(
                new ApprovalEvent.Withdrawn(SUBJECT, changed),
                "mia withdrew their answer (slack): The tickets do not say so any more.",
                false);
        assertThat(of(new ApprovalEvent.Withdrawn(SUBJECT, changed)))
                .map(news -> news.message().in(Locale.JAPANESE))
                .contains("mia が回答を取り消しました(slack): チケットの状態が変わり、承認ではなくなりました。");
    }

    @Test
    void aRequestOpensAStory() {
        ApprovalEvent.Request request = new ApprovalEvent.Request(
                "orders",
                ApprovalWire.carried(Approvals.change(false)),
                null,
                "1 of managers",
                Approvals.NOW,
                Map.of(),
                "orders#1",
                null,
                List.of());

        assertThat(of(new ApprovalEvent.Requested(SUBJECT, request)))
                .hasValueSatisfying(news -> isNews(news, "42", "Approval requested for " + CHANGE + ".", true, false));
    }

    @Test
    void answersNameWhoGaveThemWhereAndWhy() {
        says(new ApprovalEvent.Given(SUBJECT, answer("Fine")), "mia approved (slack): Fine", false);
        says(new ApprovalEvent.Given(SUBJECT, answer(" ")), "mia approved (slack)", false);
        says(new ApprovalEvent.Given(SUBJECT, answer(null)), "mia approved (slack)", false);
        says(new ApprovalEvent.Refused(SUBJECT, answer("No")), "mia refused (slack): No", false);
        says(new ApprovalEvent.Withdrawn(SUBJECT, answer("")), "mia withdrew their answer (slack)", false);
    }

    @Test
    void breakGlassIsUrgentUntilItIsReviewed() {
        says(
                new ApprovalEvent.BreakGlassOpened(SUBJECT, answer("Fire")),
                "mia invoked break-glass for " + CHANGE + " (slack): Fire",
                true);
        says(
                new ApprovalEvent.BreakGlassConfirmed(SUBJECT, answer("")),
                "mia confirmed break-glass for " + CHANGE + " (slack)",
                true);
        says(
                new ApprovalEvent.BreakGlassReviewed(SUBJECT, answer("")),
                "mia reviewed the break-glass of " + CHANGE + " (slack)",
                false);
        says(
                new ApprovalEvent.BreakGlassOverdue(SUBJECT, CHANGED),
                "The break-glass review of " + CHANGE + " is overdue; deploys are blocked.",
                true);
    }

    @Test
    void theEndOfARequestIsTold() {
        says(new ApprovalEvent.Voided(SUBJECT, CHANGED), "The change was altered, so this request is void.", false);
        says(new ApprovalEvent.Expired(SUBJECT, CHANGED), "Nobody completed the approval in time.", false);
        says(
                new ApprovalEvent.Completed(SUBJECT, new ApprovalEvent.Approvers("7", List.of("mia"))),
                "The approval of " + CHANGE + " is complete.",
                false);
    }

    @Test
    void whatDoesNotCountIsNotTold() {
        assertThat(of(new ApprovalEvent.NotCounted(SUBJECT, answer("")))).isEmpty();
    }
}
