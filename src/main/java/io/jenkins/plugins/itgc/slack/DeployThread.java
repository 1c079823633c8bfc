package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thread a deploy: its first message says how it stands, its answers what happened. What went wrong is also told in the
 * urgent channel.
 *
 * @param host remembers where the thread is
 */
public record DeployThread(SlackApi api, Workspace slack, SlackHost host) implements Announcer {
    private static final Set<DeployState> WRONG = Set.of(DeployState.FAILED, DeployState.UNKNOWN);

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public boolean wants(DeployState state) {
        return state != DeployState.REQUESTED;
    }

    @Override
    public Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException {
        String key = "deploy " + news.deploy();
        String text = text(news);
        Optional<IntakeStore.Message> first = host.store().message(key);
        if (first.isEmpty()) {
            SlackApi.Posted posted = api.post(slack.channel(), null, text, List.of());
            host.store()
                    .rememberMessage(
                            key,
                            new IntakeStore.Message(
                                    posted.channel(), posted.ts(), news.state().name()));
        } else if (!first.get().nonce().equals(news.state().name())) {
            SlackApi.Posted there =
                    new SlackApi.Posted(first.get().channel(), first.get().ts());
            api.update(there, text, List.of());
            api.post(there.channel(), there.ts(), text, List.of());
            host.store()
                    .rememberMessage(
                            key,
                            new IntakeStore.Message(
                                    there.channel(), there.ts(), news.state().name()));
        }
        shout(news, text);
        return new Announced(Message.of("deploy.notice.slack"), null);
    }

    private void shout(DeployNews news, String text) throws EvidenceUnavailable, InterruptedException {
        if (WRONG.contains(news.state())
                && host.store().firstTime("slack alert " + news.deploy() + " " + news.state())) {
            api.post(slack.urgentChannel(), null, "<!here> " + text, List.of());
        }
    }

    private String text(DeployNews news) {
        String pulls = news.pullRequests().stream()
                .limit(10)
                .map(pull -> SlackText.link(pull.url(), "#" + pull.number() + " " + pull.title(), 120))
                .collect(Collectors.joining(", "));
        String what = host.say(
                code(news.state()),
                SlackText.escaped(news.target().service(), 100),
                SlackText.escaped(
                        news.commit().substring(0, Math.min(10, news.commit().length())), 10),
                SlackText.escaped(news.target().environment(), 100));
        String why = news.reason() == null ? "" : " " + SlackText.escaped(host.in(news.reason()), 500);
        return what
                + why
                + (pulls.isEmpty() ? "" : "\n" + pulls)
                + (news.buildUrl() == null ? "" : "\n" + SlackText.link(news.buildUrl(), news.build(), 200));
    }

    private static String code(DeployState state) {
        return switch (state) {
            case REQUESTED -> "slack.deploy.requested";
            case STARTED -> "slack.deploy.started";
            case SUCCEEDED -> "slack.deploy.succeeded";
            case FAILED -> "slack.deploy.failed";
            case ABORTED -> "slack.deploy.aborted";
            case UNKNOWN -> "slack.deploy.unknown";
        };
    }
}
