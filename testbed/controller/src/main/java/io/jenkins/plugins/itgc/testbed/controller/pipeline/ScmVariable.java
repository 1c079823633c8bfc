package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Run;
import java.io.Serializable;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMRevisionAction;

/**
 * The variable {@code scm} of a build that comes from a repository.
 *
 * @param revision the state that the build is about
 */
public record ScmVariable(SCMRevision revision) implements Serializable {
    static ScmVariable of(Run<?, ?> run) {
        SCMRevisionAction action = run.getAction(SCMRevisionAction.class);
        return action == null ? null : new ScmVariable(action.getRevision());
    }
}
