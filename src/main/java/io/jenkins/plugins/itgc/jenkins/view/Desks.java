package io.jenkins.plugins.itgc.jenkins.view;

import hudson.ExtensionList;
import java.util.Optional;

/** Finds the desks that take what people do on the dashboard. */
final class Desks {
    private Desks() {}

    static Optional<ApprovalDesk> approvals() {
        return ExtensionList.lookup(ApprovalDesk.class).stream().findFirst();
    }

    static Optional<HoldDesk> holds() {
        return ExtensionList.lookup(HoldDesk.class).stream().findFirst();
    }
}
