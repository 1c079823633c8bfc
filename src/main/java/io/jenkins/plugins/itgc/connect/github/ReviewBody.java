package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a review: a table of findings for the author, and all rules behind a fold. */
record ReviewBody(Ruling ruling) {
    /** GitHub takes no more characters than this; what is cut is said. */
    private static final int LONGEST = 60_000;

    String markdown() {
        String text = new ReviewMarker(ruling.change().environment()).line() + "\n" + headline() + "\n\n" + findings() + rules();
        return text.length() <= LONGEST ? text : cut(text) + "\n\n(The list is longer.)";
    }

    /** At the end of a line, so that no character, cell or tag is cut through. */
    private static String cut(String text) {
        return text.substring(0, text.lastIndexOf('\n', LONGEST));
    }

    private String headline() {
        return verdict() + " Reviewed" + where() + " at `" + ruling.change().commit().abbreviated() + "`.";
    }

    private String verdict() {
        if (ruling.decision() instanceof Decision.Pass pass) {
            return "**This change may be deployed.** " + Markdown.escaped(pass.reason());
        }
        return ruling.decision() instanceof Decision.Unknown
                ? "**It cannot be told whether this change may be deployed, so it may not.**"
                : "**This change may not be deployed yet.**";
    }

    private String where() {
        String environment = ruling.change().environment();
        return environment == null ? "" : " for " + Markdown.escaped(environment);
    }

    private String findings() {
        List<Finding> all = ruling.explanation().allFindings();
        if (all.isEmpty()) {
            return "";
        }
        return all.stream()
                .map(finding -> "| " + what(finding) + " | " + Markdown.escaped(finding.next()) + " |")
                .collect(Collectors.joining("\n", "| What is wrong | What to do |\n|---|---|\n", "\n\n"));
    }

    private static String what(Finding finding) {
        String text = Markdown.escaped(finding.what());
        return finding.link() == null ? text : text + " " + Markdown.link(finding.subject(), finding.link());
    }

    private String rules() {
        List<Explanation> rules = ruling.explanation().children();
        if (rules.isEmpty()) {
            return "";
        }
        return rules.stream()
                .map(rule -> "- " + rule.outcome() + " " + Markdown.escaped(rule.rule()) + ": "
                        + Markdown.escaped(rule.summary()))
                .collect(Collectors.joining("\n", "<details><summary>All rules</summary>\n\n", "\n\n</details>\n"));
    }
}
