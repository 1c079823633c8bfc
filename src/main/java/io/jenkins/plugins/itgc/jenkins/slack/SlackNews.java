package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.Extension;
import io.jenkins.plugins.itgc.jenkins.ApprovalWatcher;
import io.jenkins.plugins.itgc.jenkins.bot.PeriodicTask;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.slack.ApprovalThreads;
import io.jenkins.plugins.itgc.slack.Reminders;
import io.jenkins.plugins.itgc.slack.SlackHost;
import java.time.Instant;

/** Has the bot tell what happens to requests for approval: at once, and again now and then what Slack did not take. */
@Extension
public class SlackNews implements ApprovalWatcher, PeriodicTask {
    private final SlackHost host = new ControllerOfBot();

    @Override
    public void appended(Recorded<? extends ApprovalEvent> recorded) {
        new ApprovalThreads(host).beginWith(recorded.sequence());
        host.errand(this::tell);
    }

    @Override
    public void run(Instant now) {
        tell();
        new Reminders(host).remind(now);
    }

    /** Tells what was not told yet; what Slack does not take now is told by the next call. */
    public synchronized void tell() {
        new ApprovalThreads(host).tell();
    }
}
