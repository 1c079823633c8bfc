package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.Extension;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerAlarm;
import io.jenkins.plugins.itgc.slack.SlackTalk;
import java.util.List;

/** Says in the channel for alerts that the ledger is not intact. */
@Extension
public class SlackAlarm implements LedgerAlarm {
    private static final int LONGEST = 1000;

    @Override
    public void notWhole(Message what) {
        ControllerOfBot host = new ControllerOfBot();
        new SlackTalk(host).soon((api, slack) -> {
            if (!slack.urgentChannel().isEmpty()) {
                api.post(
                        slack.urgentChannel(), null, "<!here> " + SlackText.escaped(host.in(what), LONGEST), List.of());
            }
        });
    }
}
