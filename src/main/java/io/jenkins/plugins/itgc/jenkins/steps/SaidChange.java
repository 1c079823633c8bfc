package io.jenkins.plugins.itgc.jenkins.steps;

import io.jenkins.plugins.itgc.jenkins.gates.ChangeParameters;
import java.io.Serializable;

/** Which change a pipeline meant. As builds that began under an earlier version kept it; becomes what it is now when it is read. */
final class SaidChange implements Serializable {
    private static final long serialVersionUID = 1L;

    private String repository;
    private Integer pullRequest;
    private String commit;
    private String credentialsId;

    private Object readResolve() {
        return new ChangeParameters(repository, pullRequest, commit, credentialsId);
    }
}
