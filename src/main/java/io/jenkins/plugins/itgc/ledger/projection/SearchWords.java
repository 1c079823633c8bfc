package io.jenkins.plugins.itgc.ledger.projection;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Cuts text into what can be searched for. Words are found by how they begin. Chinese and Japanese do not put spaces
 * between words, so every two neighbouring characters are kept there, which finds any part of a text.
 */
final class SearchWords {
    private static final int LONGEST = 20_000;

    private SearchWords() {}

    /** The words of a text, separated by spaces. */
    static String of(String text) {
        return String.join(" ", words(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }

    /**
     * The search expression that finds texts with all these terms; empty when there is nothing to search for.
     *
     * @param typed what somebody typed; spaces separate terms
     */
    static String expression(String typed) {
        List<String> phrases = new ArrayList<>();
        for (String term : Normalizer.normalize(typed, Normalizer.Form.NFKC).split("\\s+", -1)) {
            List<String> words = words(term);
            if (!words.isEmpty()) {
                // Only letters and digits are left, so nothing in here has a meaning of its own.
                phrases.add(words.stream().collect(Collectors.joining(" ", "\"", "\" *")));
            }
        }
        return String.join(" AND ", phrases);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int[] points = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .toArray();
        int at = 0;
        while (at < points.length) {
            int end = at;
            boolean unspaced = isUnspaced(points[at]);
            while (end < points.length && isWord(points[end]) && isUnspaced(points[end]) == unspaced) {
                end++;
            }
            if (end > at && unspaced) {
                addPairs(points, at, end, words);
            } else if (end > at) {
                words.add(new String(points, at, end - at));
            }
            at = Math.max(end, at + 1);
        }
        return words;
    }

    private static void addPairs(int[] points, int from, int to, List<String> words) {
        if (to - from == 1) {
            words.add(new String(points, from, 1));
        }
        for (int i = from; i + 1 < to; i++) {
            words.add(new String(points, i, 2));
        }
    }

    private static boolean isWord(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static boolean isUnspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> point == 'ー';
        };
    }
}
