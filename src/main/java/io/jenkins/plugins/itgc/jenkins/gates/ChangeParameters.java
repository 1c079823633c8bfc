package io.jenkins.plugins.itgc.jenkins.gates;

import java.io.Serializable;

/** What a pipeline says about which change it means; null for what the build itself tells. */
public final class ChangeParameters implements Serializable {
    private static final long serialVersionUID = 1L;

    final String repository;
    final Integer pullRequest;
    final String commit;
    final String credentialsId;

    /**
     * What the step was given.
     *
     * @param repository {@code owner/name}; null for that of the branch source, and then pull request and commit must
     *     be null too
     * @param pullRequest its number; null for none
     * @param commit full id of a commit of the production branch; null for none
     * @param credentialsId of the credentials to read GitHub with; null for those of the branch source or of the
     *     configuration
     */
    public ChangeParameters(String repository, Integer pullRequest, String commit, String credentialsId) {
        this.repository = repository;
        this.pullRequest = pullRequest;
        this.commit = commit;
        this.credentialsId = credentialsId;
    }
}
