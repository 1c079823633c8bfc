package io.jenkins.plugins.itgc.testbed.controller.store;

import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevision;

/** What of a branch's job is kept in its XML file. */
final class BranchState {
    final SCMHead head;
    final SCMRevision seen;

    BranchState(SCMHead head, SCMRevision seen) {
        this.head = head;
        this.seen = seen;
    }
}
