package io.jenkins.plugins.itgc.ledger.event;

import io.jenkins.plugins.itgc.gate.Finding;

/**
 * Something that was found wrong, in English as it was said then.
 *
 * @param code stable identifier
 * @param what what is wrong, a sentence
 * @param subject the object it is wrong with; outside text
 * @param link its address; null where it has none
 * @param next what to do next, a sentence
 */
public record FindingBody(String code, String what, String subject, String link, String next) {
    static FindingBody of(Finding finding) {
        return new FindingBody(finding.code(), finding.what(), finding.subject(), finding.link(), finding.next());
    }
}
