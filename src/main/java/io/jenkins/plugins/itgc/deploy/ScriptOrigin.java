package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the script that a build runs comes from. The body of a deploy is a part of it: what the gates say of a commit is
 * worth something only when the script is one that they, or an administrator, could see.
 *
 * @param job full name of the job
 * @param repeated whether the build runs the kept script of an earlier build, which somebody may have edited
 * @param head what of a repository it builds; null for a job without a branch source
 */
public record ScriptOrigin(
        String job, boolean repeated, @Nullable Head head) {
    public ScriptOrigin {
        Objects.requireNonNull(job, "job");
    }

    /**
     * What a branch source found.
     *
     * @param branch whether it is a plain branch, and neither a pull request nor a tag
     * @param name its name; a pull request or a tag may bear the name of a branch
     * @param repository where it is; null when it is not on GitHub
     * @param commit the commit that is built; null when Jenkins does not tell, or it is not one of a branch
     * @param judged whether gates opened that commit for the target: in this build, or for an earlier deploy of it
     */
    public record Head(
            boolean branch,
            String name,
            @Nullable RepositoryId repository,
            @Nullable CommitId commit,
            boolean judged) {
        public Head {
            Objects.requireNonNull(name, "name");
        }
    }
}
