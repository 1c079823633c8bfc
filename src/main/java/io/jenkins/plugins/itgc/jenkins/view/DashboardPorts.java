package io.jenkins.plugins.itgc.jenkins.view;

import hudson.ExtensionList;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import java.util.Optional;

/** Finds who takes what people do on the dashboard. */
final class DashboardPorts {
    private DashboardPorts() {}

    static Optional<ApprovalAnswers> approvals() {
        return ExtensionList.lookup(ApprovalAnswers.class).stream().findFirst();
    }

    static Optional<HoldActions> holds() {
        return ExtensionList.lookup(HoldActions.class).stream().findFirst();
    }
}
