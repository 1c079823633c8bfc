package jenkins.scm.api;

import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.model.Item;
import java.io.Serializable;
import java.util.Objects;

/** A line of development: a branch or a change request. */
public class SCMHead implements Comparable<SCMHead>, Serializable {
    private static final long serialVersionUID = 1L;

    private final String name;

    public SCMHead(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    @Override
    public int compareTo(SCMHead that) {
        return name.compareTo(that.name);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof SCMHead that && getClass() == that.getClass() && name.equals(that.name);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(getClass().getName(), name);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "{'" + name + "'}";
    }

    /** Finds the head that a job builds. */
    public abstract static class HeadByItem implements ExtensionPoint {
        protected HeadByItem() {}

        public abstract SCMHead getHead(Item item);

        /** The head of the job, or null. */
        public static SCMHead findHead(Item item) {
            return ExtensionList.lookup(HeadByItem.class).stream()
                    .map(f -> f.getHead(item))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
    }
}
