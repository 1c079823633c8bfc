package io.jenkins.plugins.itgc.testbed.sandbox.git;

/**
 * One file of a diff.
 *
 * @param previousPath where it was before; null unless renamed
 * @param sha blob after the change; before it where the file was removed
 * @param patch hunks as git prints them; null for binary content
 */
public record ChangedFile(
        String path, String previousPath, Status status, int additions, int deletions, String sha, String patch) {
    /** What happened to it; the names are GraphQL's. */
    public enum Status {
        ADDED("added"),
        DELETED("removed"),
        RENAMED("renamed"),
        COPIED("copied"),
        MODIFIED("modified");

        private final String restName;

        Status(String restName) {
            this.restName = restName;
        }

        /** As REST writes it. */
        public String restName() {
            return restName;
        }
    }
}
