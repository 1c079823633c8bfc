package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.News;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Shows each request in the channel, keeps its message as it stands, and tells in its thread what happens. Entries of the
 * ledger are told one after another, and again until Slack takes them, over restarts too. Not for two threads at once.
 */
public final class ApprovalThreads {
    private static final Logger LOGGER = Logger.getLogger(ApprovalThreads.class.getName());
    private static final String READER = "slack";
    private static final int AT_ONCE = 100;

    /** What could not be told for so long is no news any more. */
    private static final Duration STALE = Duration.ofDays(1);

    private final SlackHost host;

    /** @param host the controller that the bot speaks for */
    public ApprovalThreads(SlackHost host) {
        this.host = host;
    }

    /** Begins to tell with this entry, unless something was told before. */
    public void beginWith(long sequence) {
        if (host.store().position(READER).isEmpty()) {
            host.store().advance(READER, sequence - 1);
        }
    }

    /** Something to tell, and the entry that says it. */
    private record Item(long sequence, News news) {}

    /** Tells what was not told yet; what Slack does not take now is told by the next call. */
    public void tell() {
        IntakeStore store = host.store();
        OptionalLong told = store.position(READER);
        if (told.isEmpty()) {
            return;
        }
        List<Recorded<Event>> next =
                new EventLog(host.data().ledger()).readable(ApprovalEvent.class, told.getAsLong(), AT_ONCE);
        for (Recorded<Event> recorded : next) {
            if (!fresh(recorded) || told(recorded)) {
                store.advance(READER, recorded.sequence());
            } else {
                return;
            }
        }
    }

    /** What cannot be read is left out, so that it silences nothing that comes after it. */
    private boolean told(Recorded<Event> recorded) {
        if (recorded.event() instanceof ApprovalEvent event) {
            return tell(new Recorded<>(recorded.entry(), event));
        }
        LOGGER.log(
                Level.WARNING,
                "Entry {0} of the ledger cannot be read, so Slack is not told of it.",
                recorded.sequence());
        return true;
    }

    private boolean fresh(Recorded<?> recorded) {
        return recorded.at().isAfter(host.data().clock().instant().minus(STALE));
    }

    /** True when nothing of it is left to tell. */
    private boolean tell(Recorded<ApprovalEvent> recorded) {
        Optional<News> news = News.of(recorded);
        SlackTalk talk = new SlackTalk(host);
        return news.isEmpty()
                || !talk.possible()
                || talk.now((api, slack) -> tell(new Item(recorded.sequence(), news.get()), api, slack));
    }

    private void tell(Item item, SlackApi api, Workspace slack) throws EvidenceUnavailable, InterruptedException {
        News news = item.news();
        show(news, api, slack);
        Optional<IntakeStore.Message> message = host.store().message(ApprovalMessage.key(news.request()));
        String sentence = SlackText.escaped(host.in(news.message()), 1000);
        if (message.isPresent() && !news.opening()) {
            once(
                    "thread",
                    item,
                    () -> api.post(message.get().channel(), message.get().ts(), sentence, List.of()));
        }
        if (news.urgent()) {
            once("alert", item, () -> api.post(slack.urgentChannel(), null, "<!here> " + sentence, List.of()));
        }
    }

    /** A part of what is told. */
    private interface Part {
        void post() throws EvidenceUnavailable, InterruptedException;
    }

    /** When a later part fails, an earlier one is not said again. */
    private void once(String part, Item item, Part what) throws EvidenceUnavailable, InterruptedException {
        IntakeStore store = host.store();
        String name = "slack " + part + " " + item.sequence();
        if (!store.isDone(name)) {
            what.post();
            store.firstTime(name);
        }
    }

    /** Puts the message of a request up, or brings it up to date; its buttons are new each time. */
    private void show(News news, SlackApi api, Workspace slack) throws EvidenceUnavailable, InterruptedException {
        IntakeStore store = host.store();
        String key = ApprovalMessage.key(news.request());
        Optional<IntakeStore.Message> before = store.message(key);
        Optional<ApprovalService.RequestStatus> status = host.approvals().status(news.request());
        if (status.isEmpty() || slack.channel().isEmpty()) {
            close(before, api, news);
            return;
        }
        boolean open = !status.get().completed() && !status.get().request().expired();
        String nonce = open ? UUID.randomUUID().toString() : null;
        ApprovalMessage message = new ApprovalMessage(status.get(), host);
        String state =
                open ? message.progress() : SlackText.escaped(host.in(news.message()), 1000) + " " + message.progress();
        SlackApi.Posted posted = put(before, api, slack, message, state, nonce);
        store.rememberMessage(key, new IntakeStore.Message(posted.channel(), posted.ts(), nonce == null ? "" : nonce));
    }

    private static SlackApi.Posted put(
            Optional<IntakeStore.Message> before,
            SlackApi api,
            Workspace slack,
            ApprovalMessage message,
            String state,
            @Nullable String nonce)
            throws EvidenceUnavailable, InterruptedException {
        if (before.isEmpty()) {
            return api.post(slack.channel(), null, message.text(), message.blocks(state, nonce));
        }
        SlackApi.Posted there =
                new SlackApi.Posted(before.get().channel(), before.get().ts());
        api.update(there, message.text(), message.blocks(state, nonce));
        return there;
    }

    /** A request that stands no more keeps its place and loses its buttons. */
    private void close(Optional<IntakeStore.Message> before, SlackApi api, News news)
            throws EvidenceUnavailable, InterruptedException {
        if (before.isPresent()) {
            SlackApi.Posted there =
                    new SlackApi.Posted(before.get().channel(), before.get().ts());
            api.update(there, SlackText.escaped(host.in(news.message()), 1000), List.of());
            host.store()
                    .rememberMessage(
                            ApprovalMessage.key(news.request()),
                            new IntakeStore.Message(there.channel(), there.ts(), ""));
        }
    }
}
