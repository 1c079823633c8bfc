package io.jenkins.plugins.itgc.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.jenkins.plugins.itgc.TurnedClock;
import io.jenkins.plugins.itgc.deploy.Announcer.Announced;
import io.jenkins.plugins.itgc.deploy.BypassSearch;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.HostedDeployment;
import io.jenkins.plugins.itgc.deploy.Notifications;
import io.jenkins.plugins.itgc.deploy.OrphanedDeploys;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.deploy.TicketComments;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.RunningVersionEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gates say themselves is Japanese on the pages of a Japanese reader; what people wrote, and old entries, stay. */
class JapaneseReaderTest {
    private static final DeployTarget ORDERS = new DeployTarget("orders", "production");
    private static final Actor WATCH = Actor.named("watch");
    private static final String SENTENCE = "[A-Za-z]+ [a-z]+ [a-z]+";

    @TempDir
    Path folder;

    private final TurnedClock clock = new TurnedClock();
    private SqliteLedger ledger;
    private DeployRegister register;
    private RunningVersions versions;

    @BeforeEach
    void open() {
        ledger = SqliteLedger.open(folder.resolve("ledger.db"), clock);
        register = new DeployRegister(ledger);
        versions = new RunningVersions(register, ledger, clock);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static String sha(int commit) {
        return String.format("%040x", commit);
    }

    private DeployNews requested(int commit) {
        return register.request(
                new DeployNews(
                        null,
                        DeployState.REQUESTED,
                        ORDERS,
                        "acme/orders",
                        sha(commit),
                        null,
                        null,
                        false,
                        "orders#" + commit,
                        null,
                        null,
                        List.of(),
                        List.of(new DeployNews.Ticket("jira", "OPS-7", null, null)),
                        List.of(),
                        null,
                        clock.instant()),
                "7");
    }

    private DeployNews ended(int commit, DeployState state, Message why) {
        String deploy = requested(commit).id();
        register.start(deploy);
        return register.end(deploy, state, why).orElseThrow();
    }

    private NowPage.Answer now(Locale locale) {
        return new NowPage(view(locale)).answer();
    }

    private DeployPage.Answer page(DeployNews deploy, Locale locale) {
        return DeployPage.of(Long.parseLong(deploy.id()), view(locale)).orElseThrow();
    }

    private static String json(Object answer) throws Exception {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build()
                .writeValueAsString(answer);
    }

    private PageView view(Locale locale) {
        Projection projection = Projection.open(folder.resolve("projections.db"), ledger::entries);
        projection.catchUp();
        return new PageView(new Data(projection), new Somebody(locale), projection, Scope.ALL);
    }

    @Test
    void readsWhatRunsInstead() throws Exception {
        ended(1, DeployState.FAILED, null);
        ended(2, DeployState.SUCCEEDED, null);
        assertThat(versions.observed(ORDERS, sha(2), WATCH).verdict()).isNotNull();
        assertThat(now(Locale.JAPANESE).running()).singleElement().satisfies(running -> assertThat(running.what())
                .isEqualTo("最後にデプロイしたコミットが稼働しています。"));
        versions.observed(ORDERS, sha(1), WATCH);
        versions.observed(ORDERS, sha(1), WATCH);

        assertThat(json(now(Locale.JAPANESE)))
                .contains("production の orders では、デプロイ 4 の 0000000000 ではなく", "デプロイ 1(失敗)のものです。")
                .doesNotContainPattern(SENTENCE);
        assertThat(now(Locale.ENGLISH).running()).singleElement().satisfies(running -> assertThat(running.what())
                .isEqualTo("orders in production runs 0000000000 instead of 0000000000 from deploy 4;"
                        + " 0000000000 is from deploy 1 (failed)."));
    }

    @Test
    void readsThatNoCommitIsTold() {
        ended(1, DeployState.SUCCEEDED, null);
        versions.observed(ORDERS, "v1.2", WATCH);

        assertThat(now(Locale.JAPANESE).running()).singleElement().satisfies(running -> assertThat(running.what())
                .isEqualTo("応答がコミットではありません。"));
    }

    @Test
    void readsAmongTheExceptionsWhatBypassedTheGates() throws Exception {
        DeployNews deploy = ended(1, DeployState.SUCCEEDED, null);
        versions.observed(ORDERS, sha(9), WATCH);
        versions.observed(ORDERS, sha(9), WATCH);
        versions.observed(ORDERS, sha(1), WATCH);
        new BypassSearch(register, ledger)
                .look(
                        (repository, environment, since) ->
                                List.of(new HostedDeployment("42", deploy.commit(), null, null, clock.instant())),
                        RepositoryId.parse("acme/orders"),
                        "production",
                        WATCH);

        assertThat(now(Locale.JAPANESE).exceptions())
                .extracting(Records.Exceptional::what)
                .containsExactly(
                        "削除済みのアカウント がゲートを迂回し、production に 0000000000 のデプロイメント 42 を作成しました。",
                        "production の orders で、最後にデプロイしたコミットが再び稼働しています。",
                        "production の orders では、デプロイ 1 の 0000000000 ではなく 0000000000 が稼働しています。0000000000 はゲートを迂回しています。");
        assertThat(json(page(deploy, Locale.JAPANESE))).contains("デプロイメント 42").doesNotContainPattern(SENTENCE);
        assertThat(now(Locale.ENGLISH).exceptions())
                .extracting(Records.Exceptional::what)
                .contains("a deleted account created deployment 42 of 0000000000 in production, bypassing the gates.");
    }

    @Test
    void readsWhyADeployEnded() throws Exception {
        DeployNews queued = requested(1);
        new OrphanedDeploys(register, news -> Optional.of(DeployState.ABORTED)).settle();

        assertThat(page(queued, Locale.JAPANESE).deploy().reason()).isEqualTo("デプロイが待ち行列にある間にビルドが終了しました。");
        assertThat(page(queued, Locale.ENGLISH).deploy().reason())
                .isEqualTo("The build ended while the deploy was queued.");
        assertThat(json(page(queued, Locale.JAPANESE))).doesNotContainPattern(SENTENCE);
    }

    @Test
    void readsWhatBecameOfOneThatHadBegun() {
        DeployNews gone = requested(1);
        register.start(gone.id());
        new OrphanedDeploys(register, news -> Optional.of(DeployState.UNKNOWN)).settle();
        DeployNews down = requested(2);
        register.start(down.id());
        new OrphanedDeploys(register, news -> Optional.of(DeployState.FAILED)).settle();

        assertThat(page(gone, Locale.JAPANESE).deploy().reason())
                .isEqualTo("ビルドがなくなったため、デプロイの結果は不明です。環境そのものを確認してください。");
        assertThat(page(down, Locale.JAPANESE).deploy().reason())
                .isEqualTo("デプロイの終了時にコントローラーが停止していました。結果はビルドの結果によります。");
    }

    @Test
    void readsWhatSomebodyElseGaveAsTheReasonAsItIs() {
        DeployNews deploy = ended(1, DeployState.FAILED, Message.text("script returned exit code 1"));

        assertThat(page(deploy, Locale.JAPANESE).deploy().reason()).isEqualTo("script returned exit code 1");
        assertThat(ledger.entries(0, 10)).noneMatch(entry -> entry.body().contains("\"said\""));
    }

    @Test
    void readsWhoWasNotified() throws Exception {
        DeployNews deploy = ended(1, DeployState.SUCCEEDED, null);
        TicketComments comments = new TicketComments(Map.of("jira", (key, mark, text) -> true));
        new Notifications(ledger).record(comments, deploy, comments.announce(deploy));
        new Notifications(ledger).record(comments, deploy, Announced.onPullRequests(1, 2));

        assertThat(page(deploy, Locale.JAPANESE).notices())
                .extracting(DeployPage.NoticeJson::what)
                .containsExactly("チケット 1 件にコメントしました。", "プルリクエスト 2 件のうち 1 件にコメントしました。");
        assertThat(page(deploy, Locale.ENGLISH).notices())
                .extracting(DeployPage.NoticeJson::what)
                .containsExactly("Commented on 1 ticket.", "Commented on 1 of 2 pull requests.");
    }

    @Test
    void readsOldEntriesAsTheyWereSaid() {
        DeployNews deploy = ended(1, DeployState.SUCCEEDED, null);
        new EventLog(ledger)
                .append(
                        new RunningVersionEvent.Drifted(
                                new Subject.OfTarget("orders", "production"),
                                new RunningVersionEvent.Found(
                                        "orders",
                                        "production",
                                        "acme/orders",
                                        deploy.commit(),
                                        null,
                                        null,
                                        "It runs something else.",
                                        null)),
                        WATCH);

        assertThat(page(deploy, Locale.JAPANESE).exceptions())
                .extracting(Records.Exceptional::what)
                .containsExactly("It runs something else.");
    }

    @Test
    void readsThatTicketsDoNotApproveAnyMore() {
        DeployNews deploy = ended(1, DeployState.SUCCEEDED, null);
        Subject.InEnvironment subject = new Subject.InEnvironment("acme/orders", deploy.commit(), "production");
        EventLog log = new EventLog(ledger);
        ApprovalEvent.Request asked = new ApprovalEvent.Request(
                "orders", null, null, "1 of managers", null, Map.of(), "orders#1", null, List.of());
        String request = String.valueOf(
                log.append(new ApprovalEvent.Requested(subject, asked), WATCH).sequence());
        ApprovalEvent.Answer said =
                new ApprovalEvent.Answer(request, "mia", null, "ticket", Set.of(), "Looks good to me.", null, null);
        log.append(new ApprovalEvent.Given(subject, said), WATCH);
        log.append(
                new ApprovalEvent.Withdrawn(subject, said.because(Message.of("approval.answer.tickets-changed"))),
                WATCH);

        assertThat(page(deploy, Locale.JAPANESE).approvals().get(0).acts())
                .extracting(act -> act.reason())
                .containsExactly("Looks good to me.", "チケットの状態が変わり、承認ではなくなりました。");
        assertThat(now(Locale.JAPANESE).approvals().get(0).acts())
                .extracting(act -> act.reason())
                .contains("チケットの状態が変わり、承認ではなくなりました。");
    }

    /** Somebody who may see everything and nothing runs. */
    private record Somebody(Locale locale) implements Reader {
        @Override
        public String id() {
            return "mia";
        }

        @Override
        public boolean mayApprove() {
            return false;
        }

        @Override
        public boolean mayExport() {
            return false;
        }

        @Override
        public Scope scope(Projection projection) {
            return Scope.ALL;
        }

        @Override
        public String pathOf(String build) {
            return null;
        }

        @Override
        public boolean running(String build) {
            return true;
        }
    }

    private final class Data implements DashboardData {
        private final Projection projection;

        Data(Projection projection) {
            this.projection = projection;
        }

        @Override
        public Clock clock() {
            return clock;
        }

        @Override
        public Ledger ledger() {
            return ledger;
        }

        @Override
        public Projection current() {
            return projection;
        }

        @Override
        public Projection complete() {
            return projection;
        }

        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public DeployRegister deploys() {
            return register;
        }

        @Override
        public RunningVersions runningVersions() {
            return versions;
        }

        @Override
        public List<CalendarData> calendars() {
            return List.of();
        }

        @Override
        public Optional<ApprovalAnswers> answers() {
            return Optional.empty();
        }
    }
}
