package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import io.jenkins.plugins.itgc.testbed.sandbox.git.Commit;
import io.jenkins.plugins.itgc.testbed.sandbox.git.MergeWriter;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Account;
import io.jenkins.plugins.itgc.testbed.sandbox.model.MergeMethod;
import io.jenkins.plugins.itgc.testbed.sandbox.model.PullRequest;
import java.util.Optional;

/** The merge that GitHub tries in the background to tell whether a pull request can be merged. */
final class TestMerge {
    private TestMerge() {}

    /** SHA of the merge commit; nothing where base and head conflict. */
    static Optional<String> of(PullRequest pull) {
        if (!pull.repository().store().writable()) {
            throw new GraphQlProblem("NOT_MODELLED", "The sandbox merges nothing in a repository on disk.");
        }
        return pull.repository()
                .store()
                .tried("merge " + pull.headOid() + " into " + pull.baseOid(), () -> merged(pull));
    }

    private static Optional<String> merged(PullRequest pull) {
        Account author = pull.author();
        Commit.Person person = new Commit.Person(author.name(), author.email(), pull.updatedAt());
        String message = "Merge " + pull.headOid() + " into " + pull.baseOid();
        try {
            return Optional.of(new MergeWriter(pull.repository().store())
                    .merge(MergeMethod.MERGE, pull.baseOid(), pull.headOid(), person, message));
        } catch (IllegalArgumentException conflict) {
            return Optional.empty();
        }
    }
}
