package jenkins.scm.api;

import java.io.Serializable;
import java.util.Objects;

/** Where the commits of a head come from. */
public abstract class SCMHeadOrigin implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The repository itself. */
    @SuppressWarnings("ClassInitializationDeadlock")
    public static final Default DEFAULT = new Default();

    /** The repository itself. */
    public static final class Default extends SCMHeadOrigin {
        private static final long serialVersionUID = 1L;

        private Default() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Default;
        }

        @Override
        public int hashCode() {
            return Default.class.getName().hashCode();
        }
    }

    /** Somebody's copy of the repository. */
    public static class Fork extends SCMHeadOrigin {
        private static final long serialVersionUID = 1L;
        private final String name;

        public Fork(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Fork that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(name);
        }
    }
}
