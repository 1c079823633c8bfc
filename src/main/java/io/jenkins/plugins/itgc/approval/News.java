package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.ledger.EntryJson;

import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * What an entry about an approval means to people.
 *
 * @param request id of the request
 * @param subject the change and the environment
 * @param sentence what happened
 * @param opening whether a question was just asked
 * @param urgent whether everybody should look now
 */
public record News(String request, String subject, String sentence, boolean opening, boolean urgent) {
    /** Kinds of the entries that may mean something. */
    public static final Set<String> KINDS = Set.copyOf(Kinds.ALL);

    /** Empty for what nobody needs to hear. */
    public static Optional<News> of(Entry entry) {
        String subject = entry.subject();
        return switch (entry.kind()) {
            case Kinds.REQUESTED ->
                Optional.of(new News(
                        String.valueOf(entry.sequence()), subject, "Approval asked for " + subject + ".", true, false));
            case Kinds.GIVEN -> said(entry, "approved", false);
            case Kinds.REFUSED -> said(entry, "refused", false);
            case Kinds.WITHDRAWN -> said(entry, "took back what they said", false);
            case Kinds.OPENED -> said(entry, "broke the glass for " + subject, true);
            case Kinds.CONFIRMED -> said(entry, "confirmed the broken glass for " + subject, true);
            case Kinds.REVIEWED -> said(entry, "reviewed the emergency of " + subject, false);
            case Kinds.COMPLETED -> changed(entry, "The approval of " + subject + " is complete.", false);
            case Kinds.VOIDED -> changed(entry, "The change was altered, so this request is void.", false);
            case Kinds.EXPIRED -> changed(entry, "Nobody completed the approval in time.", false);
            case Kinds.OVERDUE ->
                changed(entry, "Nobody reviewed the emergency of " + subject + " in time; deploys are held up.", true);
            default -> Optional.empty();
        };
    }

    private static Optional<News> said(Entry entry, String did, boolean urgent) {
        AnswerBody body = EntryJson.read(entry, AnswerBody.class);
        String why = body.reason() == null || body.reason().isBlank() ? "" : ": " + body.reason();
        String sentence = body.person() + " " + did + " (" + body.channel() + ")" + why;
        return Optional.of(new News(body.request(), entry.subject(), sentence, false, urgent));
    }

    private static Optional<News> changed(Entry entry, String sentence, boolean urgent) {
        ChangedBody body = EntryJson.read(entry, ChangedBody.class);
        return Optional.of(new News(body.request(), entry.subject(), sentence, false, urgent));
    }
}
