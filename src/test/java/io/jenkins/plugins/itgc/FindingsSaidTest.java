package io.jenkins.plugins.itgc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every code that the sources name can be said in English and in Japanese and is in the documentation; nothing else is. */
class FindingsSaidTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    private final Map<String, String> english = SentencesOfBundles.all("");
    private final Map<String, String> japanese = SentencesOfBundles.all("_ja");

    @Test
    void everyCodeOfTheSourcesHasItsSentences() throws IOException {
        for (String named : SentencesOfBundles.named()) {
            if (!english.containsKey(named)) {
                assertThat(english).as(named).containsKeys(named + ".what", named + ".next");
            }
        }
    }

    /** Said before: entries of the ledger keep the code, and must be shown still. */
    private static final Set<String> EARLIER = Set.of("window.part.at-least", "window.part.no-opening");

    @Test
    void noSentenceIsLeftThatNoSourceSays() throws IOException {
        Set<String> said = new TreeSet<>(SentencesOfBundles.named());
        said.addAll(EARLIER);
        List<String> unsaid = english.keySet().stream()
                .filter(key -> !said.contains(key))
                .filter(key -> !(key.endsWith(".what") || key.endsWith(".next"))
                        || !said.contains(SentencesOfBundles.finding(key)))
                .toList();
        assertThat(unsaid).isEmpty();
    }

    @Test
    void everySentenceIsThereInJapanese() {
        assertThat(japanese.keySet()).isEqualTo(english.keySet());
        japanese.forEach((key, sentence) -> assertThat(sentence).as(key).isNotBlank());
    }

    /** Names of products, keys of configuration and words of SQL are the same in both. */
    @Test
    void noJapaneseSentenceIsHalfEnglish() {
        japanese.forEach((key, sentence) ->
                assertThat(sentence).as(key).doesNotContainPattern("\\b[A-Za-z][a-z]+ [a-z]+ [a-z]+\\b"));
    }

    /** Otherwise a reader of one language would learn less. What to do needs not name everything. */
    @Test
    void bothLanguagesTellTheSame() {
        english.forEach(
                (key, sentence) -> assertThat(places(japanese.get(key))).as(key).isEqualTo(places(sentence)));
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern)
                .results()
                .map(place -> place.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A single apostrophe would quote what follows it. */
    @Test
    void everyPatternIsWellFormed() {
        List.of(english, japanese)
                .forEach(sentences -> sentences.forEach((key, pattern) -> {
                    assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                    new MessageFormat(pattern, Locale.ENGLISH);
                }));
    }

    @Test
    void theDocumentationListsThem() throws IOException {
        assertThat(Files.readString(FindingsPage.file()))
                .as("run %s to write the page anew", FindingsPage.class.getName())
                .isEqualTo(FindingsPage.text());
    }
}
