package io.jenkins.plugins.itgc.testbed.sandbox.git;

/** The committer of everything that is made in GitHub's web interface. */
public final class GitHubItself {
    /** Its name in commits. */
    public static final String NAME = "GitHub";

    /** Its address in commits. */
    public static final String EMAIL = "noreply@github.com";

    /** Its login. */
    public static final String LOGIN = "web-flow";

    /** Its database id on github.com. */
    public static final long ID = 19864447;

    private GitHubItself() {}
}
