package io.jenkins.plugins.itgc.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a pass rests on has one name in ledgers, for good, and words for people. */
class GroundTest {
    @ParameterizedTest
    @CsvSource({
        "commit, the commit",
        "tree, tree",
        "description acme/orders#12, the description of acme/orders#12",
        "reviews acme/orders#12, the reviews of acme/orders#12",
        "labels acme/orders#12, the labels of acme/orders#12",
        "commits acme/orders#12, the commits of acme/orders#12",
        "target-branch acme/orders#12, the target branch of acme/orders#12",
        "ticket OPS-7, the content of ticket OPS-7",
        "ticket OPS-7, ticket OPS-7",
        "migration db/V1.sql, the migration db/V1.sql",
        "approval-request, the request for approval",
        "evidence, evidence",
        "pull-request acme/orders#12, acme/orders#12"
    })
    void itsKeyIsReadAndSoIsTheNameThatItHadBefore(String key, String sentence) {
        Ground ground = Ground.parse(key);

        assertThat(ground.key()).isEqualTo(key);
        assertThat(ground).hasToString(key);
        assertThat(Ground.ofSentence(sentence)).isEqualTo(ground);
    }

    @Property(tries = 200)
    void itsKeyNamesIt(@ForAll Ground.Part part, @ForAll @StringLength(max = 20) String object) {
        Ground ground = new Ground(part, object);

        assertThat(Ground.parse(ground.key())).isEqualTo(ground);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "weather", "weather acme/orders#12", " commit", "Commit"})
    void nothingElseIsAKey(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> Ground.parse(key));
    }

    @Test
    void itsWordsNameTheObject() {
        assertThat(new Ground(Ground.Part.REVIEWS, "acme/orders#12").words()).contains("reviews", "acme/orders#12");
        assertThat(new Ground(Ground.Part.MIGRATION, "db/V1.sql").words()).contains("migration", "db/V1.sql");
        assertThat(Ground.the(Ground.Part.COMMIT).words()).contains("commit");
    }
}
