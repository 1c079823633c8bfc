package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jenkins.plugins.itgc.gate.Finding;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found wrong, in English as it was said then, and as data.
 *
 * @param code stable identifier
 * @param what what is wrong, a sentence
 * @param subject the object it is wrong with; outside text
 * @param link its address; null where it has none
 * @param next what to do next, a sentence
 * @param problem what is wrong, as data; null in entries of before it was kept
 * @param remedy what to do next, as data; null in entries of before it was kept
 */
public record FindingBody(
        String code,
        String what,
        String subject,
        @Nullable String link,
        String next,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageBody problem,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MessageBody remedy) {
    static FindingBody of(Finding finding) {
        return new FindingBody(
                finding.code(),
                finding.what(),
                finding.subject(),
                finding.link(),
                finding.next(),
                MessageBody.of(finding.problem()),
                MessageBody.of(finding.remedy()));
    }

    /** What is wrong, in the reader's language. */
    public String what(Locale locale) {
        return MessageBody.in(locale, problem, what);
    }

    /** What to do next, in the reader's language. */
    public String next(Locale locale) {
        return MessageBody.in(locale, remedy, next);
    }
}
