package io.jenkins.plugins.itgc.jenkins;

import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;

/** Is told of every event about an approval after it was appended, such as to show it in a chat. */
public interface ApprovalWatcher extends ExtensionPoint {
    /** Must be quick and must not throw: it is called where somebody waits. */
    void appended(Recorded<? extends ApprovalEvent> recorded);
}
