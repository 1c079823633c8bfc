package io.jenkins.plugins.itgc.jenkins;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.ProxyConfiguration;
import io.jenkins.plugins.itgc.approval.ApprovalBook;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.LinkCodes;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;

/** What the gates share on one controller: the ledger, connections, threads and those who wait. */
@Extension
public class ItgcServices implements ExtensionPoint {
    private static final Duration CONNECTING = Duration.ofSeconds(10);

    private final Clock clock = Clock.systemUTC();
    private final ExecutorService judges = Threads.bounded("itgc-judge", 16);
    private final ExecutorService errands = Threads.bounded("itgc-errand", 4);
    private final InParallel reads = new InParallel(Threads.cached("itgc-read"));
    private final Map<String, Throttle> throttles = new ConcurrentHashMap<>();
    private final Waiting waiting = new Waiting();
    private final LiveBuilds liveBuilds = new LiveBuilds();
    private final Authorities authorities = new RealmAuthorities();
    private final LinkCodes linkCodes = new LinkCodes(clock);
    private Ledger ledger;
    private String stream;
    private DeployRegister deploys;
    private Holds holds;
    private RunningVersions runningVersions;
    private HttpClient client;

    public static ItgcServices get() {
        return ExtensionList.lookupSingleton(ItgcServices.class);
    }

    public Clock clock() {
        return clock;
    }

    public InParallel reads() {
        return reads;
    }

    /** Gates that wait for a time or an event. */
    public Waiting waiting() {
        return waiting;
    }

    /** Builds that deploy, or wait to. */
    public LiveBuilds liveBuilds() {
        return liveBuilds;
    }

    /** Runs a judgement on one of a few threads. */
    public Future<?> judge(Runnable judgement) {
        return judges.submit(judgement);
    }

    /** Does something that blocks on one of the same threads, soon. It must handle its failures itself. */
    public void soon(Runnable work) {
        judges.execute(work);
    }

    /** Does something that nobody waits for, on threads of its own, so that no burst of it holds a gate up. */
    public void errand(Runnable work) {
        errands.execute(work);
    }

    /** The ledger of this controller, opened when it is first needed. */
    public synchronized Ledger ledger() {
        if (ledger == null) {
            LedgerPlace place = new LedgerPlace(
                    Jenkins.get().getRootDir().toPath(), ItgcConfiguration.get().getLedger());
            ledger = place.open(clock);
            stream = place.stream();
        }
        return ledger;
    }

    /** Whose entries the ledger holds; stands in checkpoints. */
    public synchronized String stream() {
        ledger();
        return stream;
    }

    /** The deploys of this controller. */
    public synchronized DeployRegister deploys() {
        if (deploys == null) {
            deploys = new DeployRegister(ledger());
        }
        return deploys;
    }

    /** Where answers to requests for approval are taken. */
    public ApprovalService approvals() {
        ApprovalBook book = new ApprovalBook(
                ledger(),
                recorded -> ExtensionList.lookup(ApprovalWatcher.class)
                        .forEach(watcher -> watcher.appended(recorded)));
        return new ApprovalService(book, ItgcServices::approvalRules, waiting::wake, clock);
    }

    private static LedgerRequests.Rules approvalRules(String environment) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        ApprovalPolicy policy = configuration.approvalPolicy(configuration.environment(environment));
        return new LedgerRequests.Rules(policy, KnownPeople.now(), get().authorities(), Map.of());
    }

    /** What the security realm says about users. */
    public Authorities authorities() {
        return authorities;
    }

    /** Accounts that people connected themselves. */
    public IdentityLinks identityLinks() {
        return new IdentityLinks(ledger());
    }

    /** Codes by which people connect accounts. */
    public LinkCodes linkCodes() {
        return linkCodes;
    }

    /** What really runs, as far as it was asked. */
    public synchronized RunningVersions runningVersions() {
        if (runningVersions == null) {
            runningVersions = new RunningVersions(deploys(), ledger(), clock);
        }
        return runningVersions;
    }

    /** The holds of this controller's environments. */
    public synchronized Holds holds() {
        if (holds == null) {
            holds = new Holds(ledger(), clock);
        }
        return holds;
    }

    /**
     * A connection to a system.
     *
     * @param account names the credentials in use, so that a rate limit is remembered for all that use them
     */
    public HttpReader http(Endpoint endpoint, String account) {
        Throttle throttle = throttles.computeIfAbsent(endpoint.base() + " " + account, key -> new Throttle(clock));
        return new HttpReader(client(), endpoint, throttle, HttpReader.Limits.DEFAULT);
    }

    /** Built when first needed: the proxy's configuration is read after the extensions. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = ProxyConfiguration.newHttpClientBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECTING)
                    .build();
        }
        return client;
    }
}
