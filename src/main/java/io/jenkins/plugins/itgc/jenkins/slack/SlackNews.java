package io.jenkins.plugins.itgc.jenkins.slack;

import hudson.Extension;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.jenkins.approval.ApprovalOffice;
import io.jenkins.plugins.itgc.jenkins.approval.ApprovalWatcher;
import io.jenkins.plugins.itgc.jenkins.approval.News;
import io.jenkins.plugins.itgc.jenkins.config.SlackEntry;
import io.jenkins.plugins.itgc.jenkins.webhook.Intake;
import io.jenkins.plugins.itgc.jenkins.webhook.IntakeStore;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows each request in the channel, keeps its message as it stands, and tells in its thread what happens. */
@Extension
public class SlackNews implements ApprovalWatcher {
    @Override
    public void appended(Entry entry) {
        Optional<News> news = News.of(entry);
        news.ifPresent(found -> new SlackTalk().soon((api, slack) -> tell(found, api, slack)));
    }

    private static void tell(News news, SlackApi api, SlackEntry slack) throws EvidenceUnavailable, InterruptedException {
        show(news, api, slack);
        Optional<IntakeStore.Message> message = Intake.get().store().message(ApprovalMessage.key(news.request()));
        String sentence = SlackText.escaped(news.sentence(), 1000);
        if (message.isPresent() && !news.opening()) {
            api.post(message.get().channel(), message.get().ts(), sentence, List.of());
        }
        if (news.urgent()) {
            api.post(slack.urgentChannel(), null, "<!here> " + sentence, List.of());
        }
    }

    /** Puts the message of a request up, or brings it up to date; its buttons are new each time. */
    static void show(News news, SlackApi api, SlackEntry slack) throws EvidenceUnavailable, InterruptedException {
        IntakeStore store = Intake.get().store();
        String key = ApprovalMessage.key(news.request());
        Optional<IntakeStore.Message> before = store.message(key);
        Optional<ApprovalOffice.Standing> standing = ApprovalOffice.get().standing(news.request());
        if (standing.isEmpty() || slack.getChannel().isEmpty()) {
            close(before, api, news);
            return;
        }
        boolean open = !standing.get().completed() && !standing.get().evidence().request().expired();
        String nonce = open ? UUID.randomUUID().toString() : null;
        ApprovalMessage message = new ApprovalMessage(standing.get());
        String state = open ? message.progress() : SlackText.escaped(news.sentence(), 1000) + " " + message.progress();
        SlackApi.Posted posted = put(before, api, slack, message, state, nonce);
        store.shown(key, new IntakeStore.Message(posted.channel(), posted.ts(), nonce == null ? "" : nonce));
    }

    private static SlackApi.Posted put(
            Optional<IntakeStore.Message> before,
            SlackApi api,
            SlackEntry slack,
            ApprovalMessage message,
            String state,
            String nonce)
            throws EvidenceUnavailable, InterruptedException {
        if (before.isEmpty()) {
            return api.post(slack.getChannel(), null, message.text(), message.blocks(state, nonce));
        }
        SlackApi.Posted there = new SlackApi.Posted(before.get().channel(), before.get().ts());
        api.update(there, message.text(), message.blocks(state, nonce));
        return there;
    }

    /** A request that stands no more keeps its place and loses its buttons. */
    private static void close(Optional<IntakeStore.Message> before, SlackApi api, News news)
            throws EvidenceUnavailable, InterruptedException {
        if (before.isPresent()) {
            SlackApi.Posted there = new SlackApi.Posted(before.get().channel(), before.get().ts());
            api.update(there, SlackText.escaped(news.sentence(), 1000), List.of());
            Intake.get()
                    .store()
                    .shown(
                            ApprovalMessage.key(news.request()),
                            new IntakeStore.Message(there.channel(), there.ts(), ""));
        }
    }
}
