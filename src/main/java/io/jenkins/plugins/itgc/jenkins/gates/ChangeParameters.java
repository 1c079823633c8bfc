package io.jenkins.plugins.itgc.jenkins.gates;

import java.io.Serializable;

/** What a pipeline says about which change it means; null for what the build itself tells. */
public final class ChangeParameters implements Serializable {
    private static final long serialVersionUID = 1L;

    final String repository;
    final Integer pullRequest;
    final String commit;
    final String credentialsId;

    public ChangeParameters(String repository, Integer pullRequest, String commit, String credentialsId) {
        this.repository = repository;
        this.pullRequest = pullRequest;
        this.commit = commit;
        this.credentialsId = credentialsId;
    }
}
