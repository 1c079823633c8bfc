package io.jenkins.plugins.itgc.jenkins;

import hudson.Extension;
import hudson.ExtensionList;
import hudson.ExtensionPoint;
import hudson.ProxyConfiguration;
import hudson.init.Terminator;
import io.jenkins.plugins.itgc.approval.ApprovalBook;
import io.jenkins.plugins.itgc.approval.ApprovalPolicy;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.LedgerRequests;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.connect.http.Throttle;
import io.jenkins.plugins.itgc.deploy.DeployRegister;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.deploy.RunningVersions;
import io.jenkins.plugins.itgc.gate.InParallel;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.people.Authorities;
import io.jenkins.plugins.itgc.people.IdentityLinks;
import io.jenkins.plugins.itgc.people.LinkCodes;
import io.jenkins.plugins.itgc.people.People;
import io.jenkins.plugins.itgc.threads.Threads;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.flow.FlowExecutionList;

/** What the gates share on one controller: the ledger, connections, threads and those who wait. */
@Extension
public class ItgcServices implements ExtensionPoint {
    private static final Logger LOGGER = Logger.getLogger(ItgcServices.class.getName());
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ENDING = Duration.ofSeconds(20);

    private final Clock clock = Clock.systemUTC();
    private final Threads threads = new Threads();
    private final ExecutorService judges = threads.bounded("itgc-judge", 16);
    private final ExecutorService errands = threads.bounded("itgc-errand", 4);
    private final ExecutorService asides = threads.cached("itgc-aside");
    private final InParallel reads = new InParallel(threads.cached("itgc-read"));
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
    private volatile boolean ended;

    /** The one of this controller. */
    public static ItgcServices get() {
        return ExtensionList.lookupSingleton(ItgcServices.class);
    }

    /** The controller's clock, in UTC. */
    public Clock clock() {
        return clock;
    }

    /** Runs reads side by side, on threads that end with the controller. */
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

    /** Does something that takes long, or must not wait for other work, on a thread of its own. It must handle its failures itself. */
    public void aside(Runnable work) {
        asides.execute(work);
    }

    /** Has something done now and then in the name of the system, never twice at once. It must handle its failures itself. */
    public void regularly(Duration first, Duration every, Runnable work) {
        new Regular(work, asides).begin(first, every);
    }

    /**
     * Nothing of the plugin outlives its controller: what gates and deploys were about begins again after a restart. Only when
     * no pipeline runs any more, since one that is told that its step failed would be saved as failed.
     */
    @Terminator(requires = FlowExecutionList.EXECUTIONS_SUSPENDED)
    public static void endWithController() throws InterruptedException {
        for (ItgcServices services : ExtensionList.lookup(ItgcServices.class)) {
            services.end();
        }
    }

    private void end() throws InterruptedException {
        ended = true;
        waiting.end();
        List<Thread> left = threads.end(ENDING);
        if (!left.isEmpty()) {
            LOGGER.log(Level.WARNING, "These threads did not end within {0}: {1}", new Object[] {ENDING, left});
        }
        close();
    }

    /** The client's own thread ends when nobody has the client any more. */
    private synchronized void close() {
        client = null;
        if (ledger != null) {
            ledger.close();
        }
    }

    /** Whether the controller ends: what fails now says nothing. */
    public boolean hasEnded() {
        return ended;
    }

    /**
     * The ledger of this controller, opened when it is first needed.
     *
     * @throws LedgerFailure when it cannot be opened, or when the controller ends
     */
    public synchronized Ledger ledger() {
        if (ended) {
            throw new LedgerFailure("The controller ends, so nothing is recorded any more.", null);
        }
        if (ledger == null) {
            LedgerLocation place =
                    new LedgerLocation(Jenkins.get(), ItgcConfiguration.get().getLedger());
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
        ApprovalBook book = new ApprovalBook(ledger(), recorded -> ExtensionList.lookup(ApprovalWatcher.class)
                .forEach(watcher -> watcher.appended(recorded)));
        return new ApprovalService(book, ItgcServices::approvalRules, waiting::wake, clock);
    }

    private static LedgerRequests.Rules approvalRules(String environment) {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        ApprovalPolicy policy = configuration.approvalPolicy(configuration.environment(environment));
        return new LedgerRequests.Rules(policy, get().people(), get().authorities(), Map.of());
    }

    /** What the security realm says about users. */
    public Authorities authorities() {
        return authorities;
    }

    /** Who is who now: as an administrator entered it, and as people proved it themselves. */
    public People people() {
        return identityLinks().in(ItgcConfiguration.get().people());
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
                    .executor(threads.cached("itgc-http"))
                    .build();
        }
        return client;
    }
}
