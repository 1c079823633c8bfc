package jenkins.scm.api.mixin;

import jenkins.scm.api.SCMHead;

/** A head that asks to be taken into another one. */
public interface ChangeRequestSCMHead {
    String getId();

    SCMHead getTarget();
}
