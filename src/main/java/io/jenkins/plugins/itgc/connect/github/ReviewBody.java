package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The text of a review: a table of findings for the author, and all rules behind a fold.
 *
 * @param language in which it is written
 */
record ReviewBody(Ruling ruling, Locale language) {
    /** GitHub takes no more characters than this; what is cut is said. */
    private static final int LONGEST = 60_000;

    String markdown() {
        String text = new ReviewMarker(ruling.change().environment()).line() + "\n" + headline() + "\n\n" + findings()
                + rules();
        return text.length() <= LONGEST ? text : cut(text) + "\n\n(" + said("connect.review.longer") + ")";
    }

    /** At the end of a line, so that no character, cell or tag is cut through. */
    private static String cut(String text) {
        return text.substring(0, text.lastIndexOf('\n', LONGEST));
    }

    private String said(String code, Object... arguments) {
        return Message.of(code, arguments).in(language);
    }

    private String headline() {
        String commit = ruling.change().readCommit().abbreviated();
        String environment = ruling.change().environment();
        String where = environment == null
                ? said("connect.review.reviewed", commit)
                : said("connect.review.reviewed-for", commit, Markdown.escaped(environment));
        return verdict() + " " + where;
    }

    private String verdict() {
        if (ruling.decision() instanceof Decision.Pass pass) {
            return "**" + said("connect.review.pass") + "** "
                    + Markdown.escaped(pass.why().in(language));
        }
        return "**"
                + said(
                        ruling.decision() instanceof Decision.Unknown
                                ? "connect.review.unknown"
                                : "connect.review.refuse")
                + "**";
    }

    private String findings() {
        List<Finding> all = ruling.explanation().allFindings();
        if (all.isEmpty()) {
            return "";
        }
        String head = "| " + said("connect.review.problem") + " | " + said("connect.review.remedy") + " |\n|---|---|\n";
        return all.stream()
                .map(finding -> "| " + what(finding) + " | " + Markdown.escaped(finding.next(language)) + " |")
                .collect(Collectors.joining("\n", head, "\n\n"));
    }

    private String what(Finding finding) {
        String text = Markdown.escaped(finding.what(language));
        return finding.link() == null ? text : text + " " + Markdown.link(finding.subject(), finding.link());
    }

    private String rules() {
        List<Explanation> rules = ruling.explanation().children();
        if (rules.isEmpty()) {
            return "";
        }
        String head = "<details><summary>" + said("connect.review.rules") + "</summary>\n\n";
        return rules.stream()
                .map(rule -> "- " + rule.outcome() + " " + Markdown.escaped(rule.rule(language)) + ": "
                        + Markdown.escaped(rule.summary(language)))
                .collect(Collectors.joining("\n", head, "\n\n</details>\n"));
    }
}
