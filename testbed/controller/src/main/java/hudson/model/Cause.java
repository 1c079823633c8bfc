package hudson.model;

import java.util.Objects;

/** Why a build was started. */
public abstract class Cause {
    protected Cause() {}

    public abstract String getShortDescription();

    public void print(TaskListener listener) {
        listener.getLogger().println(getShortDescription());
    }

    /** A person started the build. */
    public static class UserIdCause extends Cause {
        private final String userId;

        public UserIdCause() {
            this(User.current() == null ? null : User.current().getId());
        }

        public UserIdCause(String userId) {
            this.userId = userId;
        }

        /** The user's id, or null for an anonymous one. */
        public String getUserId() {
            return userId;
        }

        public String getUserName() {
            User user = userId == null ? null : User.getById(userId, false);
            return user == null ? "anonymous" : user.getDisplayName();
        }

        @Override
        public String getShortDescription() {
            return "Started by user " + getUserName();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof UserIdCause that && Objects.equals(userId, that.userId);
        }

        @Override
        public int hashCode() {
            return Objects.hashCode(userId);
        }
    }
}
