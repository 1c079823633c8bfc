package io.jenkins.plugins.itgc.ledger.projection;

/** Reads words and whole numbers that a blank parts, without making a text of each number. */
final class NumberWords {
    private final String text;
    private int at;

    NumberWords(String text) {
        this.text = text;
    }

    boolean more() {
        return at < text.length();
    }

    String word() {
        int end = text.indexOf(' ', at);
        String word = text.substring(at, end < 0 ? text.length() : end);
        at += word.length() + 1;
        return word;
    }

    long number() {
        int end = text.indexOf(' ', at);
        end = end < 0 ? text.length() : end;
        long number = Long.parseLong(text, at, end, 10);
        at = end + 1;
        return number;
    }
}
