package jenkins.plugins.git;

import java.util.Objects;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.SCMSource;

/** A git repository. */
public abstract class AbstractGitSCMSource extends SCMSource {
    protected AbstractGitSCMSource() {}

    public abstract String getCredentialsId();

    public abstract String getRemote();

    /** A commit of a branch. */
    public static class SCMRevisionImpl extends SCMRevision {
        private static final long serialVersionUID = 1L;
        private final String hash;

        public SCMRevisionImpl(SCMHead head, String hash) {
            super(head);
            this.hash = hash;
        }

        public String getHash() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SCMRevisionImpl that
                    && hash.equals(that.hash)
                    && getHead().equals(that.getHead());
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(hash);
        }

        @Override
        public String toString() {
            return hash;
        }
    }
}
