package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.jenkins.gates.ChangeParameters;
import java.io.Serializable;

/** What an approval step was asked for. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class ApprovalCall implements Serializable {
    private static final long serialVersionUID = 1L;

    private String environment;
    private String service;
    private ChangeParameters subject;
    private boolean failOnRefuse;

    private Object readResolve() {
        return new io.jenkins.plugins.itgc.jenkins.gates.ApprovalCall(environment, service, subject, failOnRefuse);
    }
}
