package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Missing;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.people.Account;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reminds those who could answer a request, and after a while everybody; each time once, over restarts. */
public final class Reminders {
    private final SlackHost host;

    /** @param host the controller that the bot speaks for */
    public Reminders(SlackHost host) {
        this.host = host;
    }

    /** Looks through the open requests. */
    public void remind(Instant now) {
        Optional<Workspace> slack = host.workspace();
        if (slack.isEmpty()) {
            return;
        }
        for (String request : host.data().current().approvals().openIds(now)) {
            host.approvals().status(request).ifPresent(status -> remind(status, slack.get(), now));
        }
    }

    private void remind(ApprovalService.RequestStatus status, Workspace slack, Instant now) {
        Instant asked = status.wantedSince();
        String name = status.id() + since(status);
        Duration waited = Duration.between(asked, now);
        boolean over = status.completed() || status.request().late(now);
        if (over) {
            return;
        }
        ApprovalPolicy.Limits limits = status.policy().limits();
        long times = times(waited, limits.remindAfter());
        if (times > 0) {
            once(
                    "remind " + name + " " + times,
                    status,
                    mentions(status, slack) + " " + host.say("slack.remind", status.id(), missing(status)));
        }
        if (times(waited, limits.escalateAfter()) > 0) {
            once(
                    "escalate " + name,
                    status,
                    "<!here> " + host.say("slack.escalate", status.id(), SlackText.time(asked), missing(status)));
        }
    }

    /** What was answered and wants an answer again is reminded of anew. */
    private static String since(ApprovalService.RequestStatus status) {
        boolean again = status.wantedSince().isAfter(status.request().askedAt());
        return again ? "@" + status.wantedSince().toEpochMilli() : "";
    }

    private String missing(ApprovalService.RequestStatus status) {
        return SlackText.escaped(host.in(status.missing().message()), 1000);
    }

    private static long times(Duration waited, Duration every) {
        return every.isZero() ? 0 : waited.dividedBy(every);
    }

    /** Only those who could still answer, and only in the configured workspace. */
    private static String mentions(ApprovalService.RequestStatus status, Workspace slack) {
        String home = slack.team() + "/";
        return status.missing().seats().stream()
                .map(Missing.Open::candidates)
                .flatMap(List::stream)
                .distinct()
                .flatMap(login -> status.evidence().people().accounts(new Person(login), Account.SLACK).stream())
                .filter(account -> account.startsWith(home)
                        && account.substring(home.length()).matches("[A-Za-z0-9]+"))
                .map(account -> "<@" + account.substring(home.length()) + ">")
                .collect(Collectors.joining(" "));
    }

    /** What Slack does not take now is said by the next round. */
    private void once(String name, ApprovalService.RequestStatus status, String text) {
        IntakeStore store = host.store();
        if (!store.isDone(name) && say(status, text)) {
            store.firstTime(name);
        }
    }

    private boolean say(ApprovalService.RequestStatus status, String text) {
        return new SlackTalk(host).now((api, slack) -> {
            Optional<IntakeStore.Message> message = host.store().message(ApprovalMessage.key(status.id()));
            String channel = message.map(IntakeStore.Message::channel).orElse(slack.channel());
            api.post(channel, message.map(IntakeStore.Message::ts).orElse(null), text, List.of());
        });
    }
}
