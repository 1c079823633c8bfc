package io.jenkins.plugins.itgc.jenkins.steps;

import java.io.Serializable;

/** What a deploy step was asked for. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class DeployCall implements Serializable {
    private static final long serialVersionUID = 1L;

    private String environment;
    private String service;
    private boolean rollback;
    private String commit;

    private Object readResolve() {
        return new io.jenkins.plugins.itgc.jenkins.gates.DeployCall(environment, service, rollback, commit);
    }
}
