package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ruling;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a review: a table of findings for the author, and all rules behind a fold. */
record ReviewBody(Ruling ruling) {
    private static final String MARKER = "<!-- itgc-deploy-gates review -->";

    /** GitHub takes no more characters than this; what is cut is said. */
    private static final int LONGEST = 60_000;

    String markdown() {
        String text = MARKER + "\n" + headline() + "\n\n" + findings() + rules();
        return text.length() <= LONGEST ? text : cut(text) + "\n\n(The list is longer.)";
    }

    /** At the end of a line, so that no character, cell or tag is cut through. */
    private static String cut(String text) {
        return text.substring(0, text.lastIndexOf('\n', LONGEST));
    }

    private String headline() {
        String commit = ruling.change().commit().abbreviated();
        return ruling.decision() instanceof Decision.Pass pass
                ? "**This change may be deployed.** " + Markdown.escaped(pass.reason()) + " Reviewed at `" + commit + "`."
                : "**This change may not be deployed yet.** Reviewed at `" + commit + "`.";
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
