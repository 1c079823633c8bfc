package io.jenkins.plugins.itgc.migration;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Which database asks for a file: one that none asks for would go out without anybody having looked whether it was applied.
 *
 * @param needsMigration whether the policy of the review calls a file a migration
 * @param own what is asked of each database of the service
 * @param others what is asked of each database of other services that are deployed from the same repository; their deploys ask for
 *     their files. Read only when a file is not covered yet
 */
public record Coverage(
        Predicate<String> needsMigration, List<MigrationPolicy> own, Supplier<List<MigrationPolicy>> others) {
    public Coverage {
        own = List.copyOf(own);
    }

    /** Where the databases of the service are all that there is. */
    public static Coverage of(Predicate<String> needsMigration, MigrationPolicy... own) {
        return new Coverage(needsMigration, List.of(own), List::of);
    }

    /** Paths of files that the change adds or edits and that no database asks for, sorted. */
    List<String> gaps(List<ChangedFile> changed) {
        List<String> left = changed.stream()
                .filter(file -> file.kind() != ChangedFile.Kind.REMOVED)
                .map(ChangedFile::path)
                .filter(needsMigration)
                .filter(path -> none(own, path))
                .sorted()
                .toList();
        if (left.isEmpty()) {
            return left;
        }
        List<MigrationPolicy> neighbours = others.get();
        return left.stream().filter(path -> none(neighbours, path)).toList();
    }

    private static boolean none(List<MigrationPolicy> policies, String path) {
        return policies.stream().noneMatch(policy -> policy.concerns(path));
    }
}
