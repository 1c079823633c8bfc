package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.console.HyperlinkNote;
import hudson.model.TaskListener;
import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Explanation;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.gate.TimeText;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Says in the build's log what a gate decided and why, with links to what is wrong. */
public final class GateConsole {
    private static final String PREFIX = "[itgc] ";

    private final PrintStream log;

    private GateConsole(PrintStream log) {
        this.log = log;
    }

    /** The log of the build that a step runs in. */
    public static GateConsole of(StepContext context) throws IOException, InterruptedException {
        return new GateConsole(context.get(TaskListener.class).getLogger());
    }

    /**
     * Says in the build's log that a gate waits.
     *
     * @param reason a sentence
     * @param until when it judges again at the latest; shown to the second
     */
    public static void waiting(StepContext context, String reason, Instant until)
            throws IOException, InterruptedException {
        of(context).say("Waiting: " + reason + " Next check by " + TimeText.of(until) + ".");
    }

    /** Writes one line; line ends and control characters in it become spaces. */
    public void say(String sentence) {
        log.println(PREFIX + oneLine(sentence));
    }

    void show(Ruling ruling, String evidenceId) {
        String verdict = RulingBody.word(ruling.decision()).toUpperCase(Locale.ROOT);
        say(verdict + ": " + ruling.gate() + " of " + name(ruling.change()) + ". "
                + ruling.explanation().summary());
        ruling.explanation().children().forEach(rule -> show(rule, "  "));
        ruling.explanation().allFindings().forEach(this::show);
        say("Evidence " + evidenceId);
    }

    private void show(Explanation rule, String indent) {
        say(indent + rule.outcome() + " " + rule.rule() + ": " + rule.summary());
        rule.children().forEach(child -> show(child, indent + "  "));
    }

    private void show(Finding finding) {
        log.println(PREFIX + "  -> " + linked(finding) + ": " + oneLine(finding.what() + " " + finding.next()));
    }

    private static String linked(Finding finding) {
        String link = finding.link();
        boolean web = link != null && (link.startsWith("https://") || link.startsWith("http://"));
        return web ? HyperlinkNote.encodeTo(link, oneLine(finding.subject())) : oneLine(finding.subject());
    }

    private static String name(Change change) {
        String where = change.repository().toString();
        String numbers = change.pullRequests().isEmpty() ? "" : "#" + change.pullRequests();
        return where
                + numbers.replace("[", "").replace("]", "")
                + (change.commit() == null ? "" : " at " + change.commit().abbreviated());
    }

    /** Text from outside must not be able to write lines of its own. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
