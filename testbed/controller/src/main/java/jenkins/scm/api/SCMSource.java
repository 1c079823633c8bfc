package jenkins.scm.api;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Item;
import hudson.model.TaskListener;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;

/** A place with several heads, such as a repository. */
public abstract class SCMSource extends AbstractDescribableImpl<SCMSource> implements ExtensionPoint {
    private String id;

    protected SCMSource() {}

    public final synchronized String getId() {
        if (id == null) {
            id = UUID.randomUUID().toString();
        }
        return id;
    }

    public final synchronized void setId(String id) {
        this.id = id;
    }

    /** The revision whose files may be trusted; the given one unless a fork wrote it. */
    public SCMRevision getTrustedRevision(SCMRevision revision, TaskListener listener)
            throws IOException, InterruptedException {
        return revision;
    }

    /** Finds the source of a job. */
    public abstract static class SourceByItem implements ExtensionPoint {
        protected SourceByItem() {}

        public abstract SCMSource getSource(Item item);

        /** The source of the job, or null. */
        public static SCMSource findSource(Item item) {
            return ExtensionList.lookup(SourceByItem.class).stream()
                    .map(f -> f.getSource(item))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
