package io.jenkins.plugins.itgc.review.rule;

import io.jenkins.plugins.itgc.review.facts.PullRequestFacts;
import io.jenkins.plugins.itgc.review.policy.ReviewPolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of a change that need a database migration, by where they are or were. */
public final class Migrations {
    private Migrations() {}

    /** Paths of the changed files that the policy calls migrations, sorted; of a renamed file the old path too. */
    public static List<String> in(PullRequestFacts facts, ReviewPolicy policy) {
        return facts.files().stream()
                .flatMap(file -> Stream.of(file.path(), file.previousPath()))
                .filter(Objects::nonNull)
                .filter(policy.migrations())
                .distinct()
                .sorted()
                .toList();
    }
}
