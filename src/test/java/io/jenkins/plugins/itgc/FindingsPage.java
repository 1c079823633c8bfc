package io.jenkins.plugins.itgc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes {@code docs/findings.md} from the message bundles. */
final class FindingsPage {
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,((?:[^{}]|\\{\\d+})*)}");
    private static final Map<String, String> TITLES = Map.of(
            "review", "Review",
            "migration", "Migrations",
            "approval", "Approval",
            "window", "Windows and calendars",
            "deploy", "Deploys",
            "connect", "Systems that are asked",
            "ledger", "Ledger",
            "gate", "All gates",
            "dashboard", "Pages",
            "slack", "Slack");

    private FindingsPage() {}

    static Path file() {
        return SentencesOfBundles.repository().resolve("docs/findings.md");
    }

    /** Writes the page anew. */
    public static void main(String[] none) throws IOException {
        Files.writeString(file(), text());
    }

    static String text() {
        return """
                # Findings and reasons

                What the gates say, by its code. A code and its arguments stay what they are; the sentence is made where it is
                shown: in English in consoles and in the ledger, in English or Japanese on pages, as the reader's browser asks,
                in Slack and on GitHub in the language that is configured for the workspace and the environment.
                The ledger keeps the code and the arguments beside the English sentence (`problem`, `remedy`, `name`, `reason`).
                `{0}` and so on stand for what differs from case to case; alternatives are separated by a slash.

                This page is made from the message bundles (`Findings.properties` beside each package, `Findings_ja.properties`
                in Japanese). After a change there, run `FindingsPage` among the tests; a test compares.
                """ + SentencesOfBundles.ROOMS.stream().map(FindingsPage::room).collect(Collectors.joining());
    }

    private static String room(String room) {
        Map<String, String> sentences = SentencesOfBundles.of(room, "");
        String findings = sentences.keySet().stream()
                .map(SentencesOfBundles::finding)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(code -> "| `" + code + "` | " + cell(sentences, code + ".what") + " | "
                        + cell(sentences, code + ".next") + " |\n")
                .collect(Collectors.joining());
        String others = sentences.entrySet().stream()
                .filter(sentence -> SentencesOfBundles.finding(sentence.getKey()) == null)
                .map(sentence -> "| `" + sentence.getKey() + "` | " + shown(sentence.getValue()) + " |\n")
                .collect(Collectors.joining());
        return "\n## " + TITLES.get(room) + "\n"
                + table("| Finding | What is wrong | What to do |\n|---|---|---|\n", findings)
                + table("| Rule, reason or part of a sentence | In English |\n|---|---|\n", others);
    }

    private static String table(String head, String rows) {
        return rows.isEmpty() ? "" : "\n" + head + rows;
    }

    /** The sentence and its variants. */
    private static String cell(Map<String, String> sentences, String key) {
        return sentences.entrySet().stream()
                .filter(one -> one.getKey().equals(key) || one.getKey().startsWith(key + "."))
                .map(one -> shown(one.getValue()))
                .collect(Collectors.joining("<br>"));
    }

    private static String shown(String pattern) {
        Matcher choices = CHOICE.matcher(pattern.replace("''", "'"));
        return choices.replaceAll(choice -> Matcher.quoteReplacement(alternatives(choice.group(1))));
    }

    private static String alternatives(String choice) {
        return Pattern.compile("\\|")
                .splitAsStream(choice)
                .map(one -> one.replaceFirst("^-?\\d+[#<]", ""))
                .distinct()
                .collect(Collectors.joining("/"));
    }
}
