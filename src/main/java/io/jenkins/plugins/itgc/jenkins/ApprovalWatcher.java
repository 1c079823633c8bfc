package io.jenkins.plugins.itgc.jenkins;

import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.ledger.Entry;

/** Is told of every entry about an approval after it was appended, such as to show it in a chat. */
public interface ApprovalWatcher extends ExtensionPoint {
    /** Must be quick and must not throw: it is called where somebody waits. */
    void appended(Entry entry);
}
