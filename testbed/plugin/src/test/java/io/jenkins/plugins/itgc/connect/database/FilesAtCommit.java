package io.jenkins.plugins.itgc.connect.database;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.migration.Coverage;
import io.jenkins.plugins.itgc.migration.MigrationEvidence;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.migration.MigrationJudge;
import io.jenkins.plugins.itgc.migration.MigrationPolicy;
import io.jenkins.plugins.itgc.migration.MigrationReader;
import io.jenkins.plugins.itgc.migration.RepositoryFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;

/** A repository that was deployed with some files, and now holds others. */
final class FilesAtCommit implements RepositoryFiles {
    private static final CommitId BASE = new CommitId("b".repeat(40));
    private static final CommitId HEAD = new CommitId("c".repeat(40));

    private final Map<String, byte[]> deployed = new TreeMap<>();
    private final Map<String, byte[]> now = new TreeMap<>();

    /** A file that was deployed and is unchanged. */
    FilesAtCommit old(String path, String text) {
        deployed.put(path, text.getBytes(StandardCharsets.UTF_8));
        return with(path, text);
    }

    /** A file as it is now. */
    FilesAtCommit with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    FilesAtCommit with(String path, byte[] content) {
        now.put(path, content);
        return this;
    }

    FilesAtCommit without(String path) {
        now.remove(path);
        return this;
    }

    String text(String path) {
        return new String(now.get(path), StandardCharsets.UTF_8);
    }

    @Override
    public Compared compared() {
        Change change = Change.ofProduction(
                new RepositoryId("acme", "orders"), HEAD, new TreeId("d".repeat(40)), List.of(12), "production");
        return new Compared(change, BASE);
    }

    @Override
    public Map<String, String> at(CommitId commit) {
        return (commit.equals(BASE) ? deployed : now)
                .entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> blob(file.getValue())));
    }

    private static String blob(byte[] content) {
        return Integer.toHexString(java.util.Arrays.hashCode(content));
    }

    @Override
    public byte[] content(String blob) {
        return now.values().stream()
                .filter(content -> blob(content).equals(blob))
                .findFirst()
                .orElseThrow();
    }

    /** What the gate says of this repository and these databases. */
    Verdict judged(MigrationPolicy policy, DatabaseTarget... targets) throws Exception {
        MigrationReader reader = new MigrationReader(
                policy,
                Coverage.of(policy::concerns, policy),
                this,
                new Databases(List.of(targets), new InParallel(ForkJoinPool.commonPool())));
        MigrationGate gate = new MigrationGate(compared().change(), policy, reader);
        MigrationEvidence evidence = gate.gather();
        return new Verdict(evidence, new MigrationJudge(policy).judge(evidence));
    }

    /** Evidence and explanation. */
    record Verdict(MigrationEvidence evidence, io.jenkins.plugins.itgc.gate.Explanation explanation) {
        io.jenkins.plugins.itgc.gate.Outcome outcome() {
            return explanation.outcome();
        }

        String all() {
            return explanation + " " + evidence;
        }
    }
}
