package io.jenkins.plugins.itgc.jenkins.watch;

import hudson.ExtensionPoint;
import io.jenkins.plugins.itgc.gate.Message;

/** Is told when the ledger was verified and found not to be intact, such as to say so in a chat. */
public interface LedgerAlarm extends ExtensionPoint {
    /**
     * Must be quick and must not throw.
     *
     * @param what sentences that say what is wrong, and what to do
     */
    void notWhole(Message what);
}
