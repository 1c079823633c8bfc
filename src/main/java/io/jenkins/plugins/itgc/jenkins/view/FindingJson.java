package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.ledger.event.FindingBody;

/** A finding as the pages get it; its link can be opened or is null. */
record FindingJson(String code, String what, String subject, String link, String next) {
    static FindingJson of(FindingBody finding) {
        return new FindingJson(
                finding.code(), finding.what(), finding.subject(), Links.safe(finding.link()), finding.next());
    }
}
