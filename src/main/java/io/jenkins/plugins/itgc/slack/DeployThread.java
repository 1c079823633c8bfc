package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One thread a deploy: its first message says how it stands, its answers what happened. What went wrong is also told in the
 * urgent channel.
 *
 * @param store remembers where the thread is
 */
public record DeployThread(SlackApi api, Workspace slack, IntakeStore store) implements Announcer {
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
        Optional<IntakeStore.Message> first = store.message(key);
        if (first.isEmpty()) {
            SlackApi.Posted posted = api.post(slack.channel(), null, text, List.of());
            store.shown(
                    key,
                    new IntakeStore.Message(
                            posted.channel(), posted.ts(), news.state().name()));
        } else if (!first.get().nonce().equals(news.state().name())) {
            SlackApi.Posted there =
                    new SlackApi.Posted(first.get().channel(), first.get().ts());
            api.update(there, text, List.of());
            api.post(there.channel(), there.ts(), text, List.of());
            store.shown(
                    key,
                    new IntakeStore.Message(
                            there.channel(), there.ts(), news.state().name()));
        }
        shout(news, text);
        return new Announced("Posted to Slack.", null);
    }

    private void shout(DeployNews news, String text) throws EvidenceUnavailable, InterruptedException {
        if (WRONG.contains(news.state()) && store.once("slack alert " + news.deploy() + " " + news.state())) {
            api.post(slack.urgentChannel(), null, "<!here> " + text, List.of());
        }
    }

    private static String text(DeployNews news) {
        String pulls = news.pullRequests().stream()
                .limit(10)
                .map(pull -> SlackText.link(pull.url(), "#" + pull.number() + " " + pull.title(), 120))
                .collect(Collectors.joining(", "));
        String what = SlackText.escaped(news.target().service(), 100) + " "
                + SlackText.escaped(
                        news.commit().substring(0, Math.min(10, news.commit().length())), 10) + " to "
                + SlackText.escaped(news.target().environment(), 100);
        String why = news.reason() == null ? "" : " " + SlackText.escaped(news.reason(), 500);
        return "Deploy of " + what + ": *" + news.state() + "*." + why + (pulls.isEmpty() ? "" : "\n" + pulls)
                + (news.buildUrl() == null ? "" : "\n" + SlackText.link(news.buildUrl(), news.build(), 200));
    }
}
