package io.jenkins.plugins.itgc.testbed.sandbox.git;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CommitYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Unfolds what a world writes in short: repeated commits and many files. */
final class CommitDraft {
    private static final String NUMBER = "{n}";

    private CommitDraft() {}

    static List<CommitYaml> unfolded(CommitYaml written) {
        if (written.repeat() == 1) {
            return List.of(withManyFiles(written));
        }
        return IntStream.rangeClosed(1, written.repeat())
                .mapToObj(n -> numbered(written, n))
                .toList();
    }

    private static CommitYaml numbered(CommitYaml commit, int n) {
        return new CommitYaml(
                replaced(commit.id(), n),
                n == 1 ? commit.parents() : null,
                commit.author(),
                commit.committer(),
                commit.coAuthors(),
                replaced(commit.message(), n),
                numbered(commit.files(), n),
                commit.renames(),
                commit.tree(),
                commit.merge(),
                commit.viaWeb(),
                commit.signature(),
                commit.pushedBy(),
                1,
                null);
    }

    private static CommitYaml withManyFiles(CommitYaml commit) {
        if (commit.manyFiles() == null) {
            return commit;
        }
        Map<String, String> files = new LinkedHashMap<>(commit.files());
        for (int n = 1; n <= commit.manyFiles().count(); n++) {
            files.put(
                    replaced(commit.manyFiles().path(), n),
                    replaced(commit.manyFiles().content(), n));
        }
        return new CommitYaml(
                commit.id(),
                commit.parents(),
                commit.author(),
                commit.committer(),
                commit.coAuthors(),
                commit.message(),
                files,
                commit.renames(),
                commit.tree(),
                commit.merge(),
                commit.viaWeb(),
                commit.signature(),
                commit.pushedBy(),
                1,
                null);
    }

    private static Map<String, String> numbered(Map<String, String> files, int n) {
        Map<String, String> numbered = new LinkedHashMap<>();
        files.forEach((path, content) -> numbered.put(replaced(path, n), replaced(content, n)));
        return numbered;
    }

    private static String replaced(String text, int n) {
        return text == null ? null : text.replace(NUMBER, Integer.toString(n));
    }
}
