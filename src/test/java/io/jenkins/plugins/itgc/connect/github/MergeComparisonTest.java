package io.jenkins.plugins.itgc.connect.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.review.Example;
import io.jenkins.plugins.itgc.review.facts.MergeFacts;
import io.jenkins.plugins.itgc.review.facts.MergedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A merge by git itself is clean; whatever somebody slips into it or leaves out of it is seen. */
class MergeComparisonTest {
    private static final String LINES =
            lines(IntStream.range(0, 30).mapToObj(i -> "line " + i).toList());

    @TempDir
    Path folder;

    private final StandIn gitHub = new StandIn();
    private GitRepository git;
    private CommitId reviewed;
    private CommitId onto;

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @BeforeEach
    void branchOff() {
        git = GitRepository.at(folder);
        git.write("ours.txt", "ours");
        git.write("theirs.txt", "theirs");
        git.write("dir with space/both#1.txt", LINES);
        git.write("gone.txt", LINES.repeat(2));
        git.write("image.bin", new byte[] {0, 1, 2, 3});
        git.commit();
        git.git("branch", "work");
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private void onWork(Runnable change) {
        git.git("checkout", "-q", "work");
        change.run();
        reviewed = git.commit();
    }

    private void onMaster(Runnable change) {
        git.git("checkout", "-q", "master");
        change.run();
        onto = git.commit();
    }

    /** Merges master into the work, as the button "update branch" does. */
    private boolean merge() {
        git.git("checkout", "-q", "work");
        return git.merge("master");
    }

    private MergeFacts compared() throws Exception {
        CommitId result = git.head();
        git.showComparison(gitHub, onto, reviewed);
        git.showComparison(gitHub, onto, result);
        CommitId base = new CommitId(git.git("merge-base", onto.sha(), reviewed.sha()));
        git.showComparison(gitHub, base, onto);
        for (CommitId commit : List.of(reviewed, onto, base)) {
            git.showFiles(gitHub, commit);
        }
        return new MergeComparison(new GitHubApi(gitHub.reader()), Example.REPOSITORY)
                .compare(reviewed, onto, result, git.tree(result));
    }

    private void findsEdited(String... paths) throws Exception {
        MergeFacts facts = compared();
        assertThat(facts.edited()).extracting(MergedFile::path).containsExactly(paths);
        assertThat(facts.clean()).isFalse();
    }

    private void differentFiles() {
        onWork(() -> git.write("ours.txt", "ours, reviewed"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        assertThat(merge()).isTrue();
    }

    private void sameFile() {
        onWork(() -> git.write("dir with space/both#1.txt", LINES.replace("line 2\n", "line two\n")));
        onMaster(() -> git.write("dir with space/both#1.txt", LINES.replace("line 25\n", "line 2five\n")));
        assertThat(merge()).isTrue();
    }

    @Test
    void findsAMergeOfDifferentFilesClean() throws Exception {
        differentFiles();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void findsAMergeWithinOneFileClean() throws Exception {
        sameFile();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void findsAFileThatTheMergeAdded() throws Exception {
        differentFiles();
        git.write("backdoor.txt", "open");
        git.amend();
        findsEdited("backdoor.txt");
    }

    @Test
    void findsAnEditInAFileThatOnlyTheOtherSideTouched() throws Exception {
        differentFiles();
        git.write("theirs.txt", "theirs, landed, and more");
        git.amend();
        findsEdited("theirs.txt");
    }

    @Test
    void findsAnEditInTheReviewedFile() throws Exception {
        differentFiles();
        git.write("ours.txt", "ours, not reviewed");
        git.amend();
        findsEdited("ours.txt");
    }

    @Test
    void findsAnEditInAFileThatBothSidesTouched() throws Exception {
        sameFile();
        git.write(
                "dir with space/both#1.txt",
                new String(git.read("dir with space/both#1.txt"), StandardCharsets.UTF_8) + "more\n");
        git.amend();
        findsEdited("dir with space/both#1.txt");
    }

    @Test
    void findsThatTheReviewedChangeWasDropped() throws Exception {
        differentFiles();
        git.write("ours.txt", "ours");
        git.amend();
        findsEdited("ours.txt");
    }

    @Test
    void findsThatTheOtherSidesChangeWasDropped() throws Exception {
        differentFiles();
        git.write("theirs.txt", "theirs");
        git.amend();
        findsEdited("theirs.txt");
    }

    @Test
    void findsThatTheOtherSidesChangeToASharedFileWasDropped() throws Exception {
        sameFile();
        git.git("checkout", "-q", reviewed.sha(), "--", ".");
        git.amend();
        findsEdited("dir with space/both#1.txt");
    }

    @Test
    void findsADeletionClean() throws Exception {
        onWork(() -> git.git("rm", "-q", "gone.txt"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        assertThat(merge()).isTrue();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void findsThatADeletedFileCameBack() throws Exception {
        onWork(() -> git.git("rm", "-q", "gone.txt"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        assertThat(merge()).isTrue();
        git.write("gone.txt", LINES.repeat(2));
        git.amend();
        findsEdited("gone.txt");
    }

    @Test
    void findsThatAFileWasDeletedByTheMerge() throws Exception {
        differentFiles();
        git.git("rm", "-q", "gone.txt");
        git.amend();
        findsEdited("gone.txt");
    }

    @Test
    void findsARenameClean() throws Exception {
        onWork(() -> git.git("mv", "gone.txt", "kept.txt"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        assertThat(merge()).isTrue();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void asksPeopleWhereGitFollowedARename() throws Exception {
        onWork(() -> git.git("mv", "gone.txt", "kept.txt"));
        onMaster(() -> git.write("gone.txt", LINES.repeat(2) + "more\n"));
        assertThat(merge()).isTrue();
        findsEdited("gone.txt", "kept.txt");
    }

    @Test
    void asksPeopleWhereBothSidesChangedABinaryFile() throws Exception {
        onWork(() -> git.write("image.bin", new byte[] {0, 9, 2, 3}));
        onMaster(() -> git.write("image.bin", new byte[] {0, 1, 2, 9}));
        assertThat(merge()).isFalse();
        git.git("checkout", "--ours", "--", "image.bin");
        git.commit();
        findsEdited("image.bin");
    }

    @Test
    void asksPeopleWhereAConflictWasSolvedByHand() throws Exception {
        onWork(() -> git.write("ours.txt", "one"));
        onMaster(() -> git.write("ours.txt", "two"));
        assertThat(merge()).isFalse();
        git.write("ours.txt", "one");
        git.commit();
        findsEdited("ours.txt");
    }

    @Test
    void findsTheSameChangeOnBothSidesClean() throws Exception {
        onWork(() -> git.write("ours.txt", "same"));
        onMaster(() -> git.write("ours.txt", "same"));
        assertThat(merge()).isTrue();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void findsASquashClean() throws Exception {
        onWork(() -> git.write("ours.txt", "ours, reviewed"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        git.git("merge", "-q", "--squash", "work");
        git.commit();
        assertThat(compared().clean()).isTrue();
    }

    @Test
    void doesNotTrustAListThatMayBeCutShort() throws Exception {
        differentFiles();
        compared();
        ObjectNode answer = PullRequestAnswer.JSON.createObjectNode();
        answer.putObject("merge_base_commit").put("sha", onto.sha());
        ArrayNode files = answer.putArray("files");
        files.addObject()
                .put("filename", "ours.txt")
                .put("status", "modified")
                .put("sha", git.git("rev-parse", "HEAD:ours.txt"));
        for (int i = 1; i < 300; i++) {
            files.addObject().put("filename", "f" + i).put("status", "added").put("sha", "1".repeat(40));
        }
        gitHub.on("/repos/acme/orders/compare/" + onto + "..." + git.head(), answer.toString());
        MergeFacts facts = new MergeComparison(new GitHubApi(gitHub.reader()), Example.REPOSITORY)
                .compare(reviewed, onto, git.head(), git.tree(git.head()));
        assertThat(facts.complete()).isFalse();
        assertThat(facts.clean()).isFalse();
    }

    @Test
    void doesNotTrustAResultThatIsNotBuiltOnTheOtherSide() throws Exception {
        onWork(() -> git.write("ours.txt", "ours, reviewed"));
        onMaster(() -> git.write("theirs.txt", "theirs, landed"));
        git.git("checkout", "-q", "work");
        assertThat(compared().complete()).isFalse();
    }

    /** The property: whatever both sides did, a merge by git is clean, and one more changed byte is found. */
    @RepeatedTest(12)
    void findsGitsOwnMergesCleanAndAnyFurtherByte(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        onWork(() -> edit(random, "ours.txt"));
        onMaster(() -> edit(random, "theirs.txt"));
        assumeTrue(merge(), "git found a conflict");
        assertThat(compared().edited()).isEmpty();
        assertThat(compared().clean()).isTrue();

        List<String> paths = git.git("ls-files").lines().toList();
        String path = paths.get(random.nextInt(paths.size()));
        byte[] bytes = git.read(path);
        bytes[random.nextInt(bytes.length)] ^= 1;
        git.write(path, bytes);
        git.amend();
        findsEdited(path);
    }

    private void edit(Random random, String alone) {
        git.write("dir with space/both#1.txt", edited(LINES, random));
        for (String path : List.of(alone, "new " + random.nextInt(99) + " " + alone)) {
            if (random.nextBoolean()) {
                git.write(path, edited(path + "\n", random));
            }
        }
    }

    private static String edited(String text, Random random) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = 0; i < 2; i++) {
            int at = random.nextInt(lines.size());
            switch (random.nextInt(3)) {
                case 0 -> lines.set(at, "changed " + random.nextLong());
                case 1 -> lines.add(at, "added " + random.nextLong());
                default -> lines.set(at, lines.get(at) + " and more");
            }
        }
        return lines(lines);
    }
}
