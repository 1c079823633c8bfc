package io.jenkins.plugins.itgc.slack;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.approval.ApprovalBook;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Approvals;
import io.jenkins.plugins.itgc.approval.CarriedChange;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.intake.IntakeStore;
import io.jenkins.plugins.itgc.connect.slack.SlackApi;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.DashboardData;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import io.jenkins.plugins.itgc.ledger.store.SqliteLedger;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.LinkCodes;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.people.Person;
import io.jenkins.plugins.itgc.people.Starter;
import io.jenkins.plugins.itgc.window.ReleasePlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A controller without Jenkins, with a real ledger, and a Slack workspace that takes what the bot writes. */
final class BotHost implements SlackHost, DashboardData, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    final StandIn slack = new StandIn();
    final List<ReleasePlans.Plan> plans = new ArrayList<>();
    final Ledger ledger;
    final ApprovalPolicy policy;
    final Set<String> holders;
    HoldActions holds;
    Locale language = Locale.ENGLISH;

    private final IntakeStore store;
    private final Projection projection;
    private final LinkCodes codes = new LinkCodes(slack.clock);

    /** @param holders people who may hold deploys */
    BotHost(Path folder, String quorum, String... holders) {
        this.ledger = SqliteLedger.open(folder.resolve("ledger.db"), slack.clock);
        this.store = IntakeStore.open(folder.resolve("intake.db"), slack.clock);
        this.projection = Projection.open(folder.resolve("projections.db"), ledger::entries);
        this.policy = Approvals.policy(quorum);
        this.holders = Set.of(holders);
        away(false);
    }

    /** Slack is away, or answers again. */
    void away(boolean away) {
        slack.server.stubFor(any(anyUrl())
                .willReturn(
                        away
                                ? aResponse().withStatus(503)
                                : okJson("{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.1\"}")));
    }

    /** What the bot wrote by this method, oldest first. */
    List<JsonNode> written(String method) {
        List<JsonNode> bodies = new ArrayList<>();
        for (LoggedRequest request : slack.server.findAll(postRequestedFor(urlEqualTo("/" + method)))) {
            try {
                bodies.add(JSON.readTree(request.getBodyAsString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return bodies;
    }

    List<String> texts(String method) {
        return written(method).stream().map(body -> body.path("text").asText()).toList();
    }

    /** The value of the buttons as the newest message shows them; empty when it shows none. */
    String button() {
        List<JsonNode> shown = new ArrayList<>(written("chat.postMessage"));
        shown.removeIf(body -> body.has("thread_ts"));
        shown.addAll(written("chat.update"));
        return shown.isEmpty()
                ? ""
                : shown.get(shown.size() - 1)
                        .findPath("elements")
                        .path(0)
                        .path("value")
                        .asText();
    }

    String requested() {
        return requested(Approvals.change(false));
    }

    String requested(CarriedChange change) {
        LedgerRequests.Asker asker = new LedgerRequests.Asker(
                "orders", "orders#1", "https://jenkins.example/1", slack.clock.instant(), Starter.nobody());
        try {
            return approvals().requests(asker, rules()).ask(change).request().id();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** A code that Jenkins gave to somebody who was logged in. */
    String codes(String person) {
        return codes.give(new Person(person));
    }

    private LedgerRequests.Rules rules() {
        return new LedgerRequests.Rules(policy, people(), Authorities.NONE, Map.of());
    }

    @Override
    public Optional<Workspace> workspace() {
        return Optional.of(new Workspace("T1", "C1", "C2", language));
    }

    @Override
    public Optional<SlackApi> api() {
        return Optional.of(new SlackApi(slack.reader()));
    }

    @Override
    public IntakeStore store() {
        return store;
    }

    @Override
    public ApprovalService approvals() {
        return new ApprovalService(
                new ApprovalBook(ledger, appended -> {}), environment -> rules(), topic -> {}, slack.clock);
    }

    @Override
    public People people() {
        return identityLinks().in(Approvals.people());
    }

    @Override
    public IdentityLinks identityLinks() {
        return new IdentityLinks(ledger);
    }

    @Override
    public LinkCodes linkCodes() {
        return codes;
    }

    @Override
    public DashboardData data() {
        return this;
    }

    @Override
    public Rights rights(Person person) {
        return new Rights() {
            @Override
            public Optional<String> holder() {
                return holders.contains(person.id()) ? Optional.of(person.id()) : Optional.empty();
            }

            @Override
            public Scope scope(Projection projection) {
                return holders.contains(person.id()) ? Scope.ALL : Scope.of(List.of());
            }
        };
    }

    @Override
    public Optional<HoldActions> holds() {
        return Optional.ofNullable(holds);
    }

    @Override
    public String environment(String named) {
        if (!named.equals("production")) {
            throw new IllegalArgumentException("There is no environment \"" + named + "\".");
        }
        return named;
    }

    @Override
    public List<String> environmentsWithWindow() {
        return List.of("production");
    }

    @Override
    public void plan(ReleasePlans.Plan plan) {
        plans.add(plan);
    }

    @Override
    public void errand(Runnable work) {
        work.run();
    }

    @Override
    public Clock clock() {
        return slack.clock;
    }

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Projection current() {
        return complete();
    }

    @Override
    public Projection complete() {
        projection.catchUp();
        return projection;
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public DeployRegister deploys() {
        return new DeployRegister(ledger);
    }

    @Override
    public RunningVersions runningVersions() {
        return new RunningVersions(deploys(), ledger, slack.clock);
    }

    @Override
    public List<CalendarData> calendars() {
        return List.of();
    }

    @Override
    public Optional<ApprovalAnswers> answers() {
        return Optional.empty();
    }

    @Override
    public void close() {
        ledger.close();
        slack.close();
    }
}
