package io.jenkins.plugins.itgc.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists as people write them into one field: divided by commas or line ends. */
public final class Words {
    private Words() {}

    /** The words in their order, each once, without spaces around them; none for null. */
    public static Set<String> of(@Nullable String text) {
        Set<String> words = new LinkedHashSet<>();
        Arrays.stream(text == null ? new String[0] : text.split("[,\\r\\n]"))
                .map(String::trim)
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        return words;
    }
}
