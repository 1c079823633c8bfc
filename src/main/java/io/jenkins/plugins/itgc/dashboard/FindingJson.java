package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.event.FindingBody;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A finding as the pages get it, in the reader's language; its link can be opened or is null. */
public record FindingJson(
        String code, String what, String subject, @Nullable String link, String next) {
    static FindingJson of(FindingBody finding, Locale locale) {
        return new FindingJson(
                finding.code(),
                finding.what(locale),
                finding.subject(),
                Links.safe(finding.link()),
                finding.next(locale));
    }
}
