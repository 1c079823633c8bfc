package io.jenkins.plugins.itgc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.migration.ChangedFile.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What lies between two states of a repository is all that turns the one into the other. */
class TreeDiffTest {
    @Test
    void saysWhatHappenedToEachFileInTheOrderOfTheirPaths() {
        Map<String, String> before = Map.of("V1.sql", "a", "V2.sql", "b", "V3.sql", "c", "V4.sql", "d");
        Map<String, String> after = Map.of("V1.sql", "a", "V2.sql", "x", "V5.sql", "c", "V0.sql", "n");

        assertThat(TreeDiff.between(before, after))
                .containsExactly(
                        new ChangedFile("V0.sql", Kind.ADDED, null, "n"),
                        new ChangedFile("V2.sql", Kind.EDITED, null, "x"),
                        new ChangedFile("V5.sql", Kind.RENAMED, "V3.sql", "c"),
                        new ChangedFile("V4.sql", Kind.REMOVED, null, null));
    }

    @Test
    void takesACopyOfAFileThatStaysForANewOne() {
        assertThat(TreeDiff.between(Map.of("V1.sql", "a"), Map.of("V1.sql", "a", "V2.sql", "a")))
                .containsExactly(new ChangedFile("V2.sql", Kind.ADDED, null, "a"));
    }

    @Test
    void takesEachFileThatIsGoneForTheFormerOneOnlyOnce() {
        assertThat(TreeDiff.between(Map.of("old.sql", "a"), Map.of("V1.sql", "a", "V2.sql", "a")))
                .containsExactly(
                        new ChangedFile("V1.sql", Kind.RENAMED, "old.sql", "a"),
                        new ChangedFile("V2.sql", Kind.ADDED, null, "a"));
        assertThat(TreeDiff.between(Map.of("old.sql", "a", "older.sql", "a"), Map.of("V1.sql", "a")))
                .extracting(ChangedFile::kind)
                .containsExactly(Kind.RENAMED, Kind.REMOVED);
    }

    @Provide
    Arbitrary<Map<String, String>> trees() {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c", "d", "e"), Arbitraries.of("1", "2", "3"));
    }

    @Property(tries = 500)
    void turnsTheOneStateIntoTheOther(
            @ForAll("trees") Map<String, String> before, @ForAll("trees") Map<String, String> after) {
        List<ChangedFile> changed = TreeDiff.between(before, after);

        Map<String, String> turned = new HashMap<>(before);
        for (ChangedFile file : changed) {
            if (file.kind() == Kind.REMOVED) {
                turned.remove(file.path());
            } else {
                turned.put(file.path(), file.blob());
            }
            if (file.kind() == Kind.RENAMED) {
                assertThat(before).containsEntry(file.previousPath(), file.blob());
                turned.remove(file.previousPath());
            }
        }
        assertThat(turned).isEqualTo(after);
        assertThat(changed).extracting(ChangedFile::path).doesNotHaveDuplicates();
    }
}
