package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.console.ConsoleLogFilter;
import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.credentials.DeploySecrets;
import io.jenkins.plugins.itgc.jenkins.credentials.SecretMask;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCall;
import io.jenkins.plugins.itgc.jenkins.gates.PauseMark;
import io.jenkins.plugins.itgc.jenkins.gates.ScriptOfBuild;
import io.jenkins.plugins.itgc.jenkins.watch.DeployLifecycle;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.Known;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jenkinsci.plugins.workflow.graph.FlowNode;
import org.jenkinsci.plugins.workflow.steps.BodyExecution;
import org.jenkinsci.plugins.workflow.steps.BodyExecutionCallback;
import org.jenkinsci.plugins.workflow.steps.BodyInvoker;
import org.jenkinsci.plugins.workflow.steps.EnvironmentExpander;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/**
 * Carries a deploy out: waits like every gate, records that it begins before it begins, runs the body, and records how
 * that ended before the pipeline goes on.
 */
final class GatedDeployExecution extends GateStepExecution {
    private static final long serialVersionUID = 1L;
    private static final Logger LOGGER = Logger.getLogger(GatedDeployExecution.class.getName());
    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    private String build;
    private String node;
    private String deploy;

    /** Whether the body is part of the program: they are saved together or not at all. */
    private boolean begun;

    private BodyExecution body;
    private DeployEnding ending;

    /** The secrets of the body, kept encrypted with the program. */
    private SecretMask secrets = new SecretMask(List.of());

    GatedDeployExecution(DeployCall call, StepContext context) {
        super(call, context);
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        build = ItgcServices.get().liveBuilds().began(getContext().get(Run.class));
        node = getContext().get(FlowNode.class).getId();
        return super.start();
    }

    /** A body that runs goes on by itself after a restart; what it left to be recorded is recorded now. */
    @Override
    public void onResume() {
        stayKnown();
        if (ending != null) {
            recordSoon();
        } else if (!begun) {
            super.onResume();
        }
    }

    private void stayKnown() {
        try {
            ItgcServices.get().liveBuilds().resumed(getContext().get(Run.class), build);
        } catch (IOException e) {
            LOGGER.log(Level.WARNING, build + " is known by its name only after the restart", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    void prepare() {
        DeployLifecycle.get().interrupted(build, node);
    }

    /** Everything that can fail is made ready before the deploy begins. */
    @Override
    void passed(Map<String, Object> result) throws IOException, InterruptedException {
        deploy = (String) result.get("deploy");
        DeployNews waiting = ItgcServices.get().deploys().of(build, node).orElseThrow();
        BodyInvoker invoker = invoker(waiting);
        DeployLifecycle.get().start(deploy);
        if (finish()) {
            begin(invoker);
        } // else it was stopped meanwhile, and over() ends what has just begun
    }

    /**
     * Asks for no save: one between the start of the body and its first step would let that step run again after a death.
     * Pipeline itself saves as soon as the body waits.
     */
    private void begin(BodyInvoker invoker) {
        PauseMark.end(getContext());
        try {
            body = invoker.withCallback(new WhenBodyEnds(this)).start();
        } catch (RuntimeException e) {
            ended(DeployEnding.failed(e, secrets));
        }
    }

    /** The body sees what it deploys, and the secrets of the environment. */
    private BodyInvoker invoker(DeployNews news) throws IOException, InterruptedException {
        EnvironmentEntry environment =
                ItgcConfiguration.get().environment(news.target().environment());
        Run<?, ?> run = getContext().get(Run.class);
        ScriptOfBuild.require(run, news, environment);
        DeploySecrets bound = new DeploySecrets(run, environment.getCredentials());
        secrets = new SecretMask(bound.secrets());
        EnvironmentExpander variables = EnvironmentExpander.merge(
                getContext().get(EnvironmentExpander.class), EnvironmentExpander.constant(variables(news)));
        return getContext()
                .newBodyInvoker()
                .withContext(EnvironmentExpander.merge(variables, bound))
                .withContext(BodyInvoker.mergeConsoleLogFilters(getContext().get(ConsoleLogFilter.class), secrets));
    }

    private static Map<String, String> variables(DeployNews news) {
        return Map.of(
                "ITGC_DEPLOY", news.deploy(),
                "ITGC_SERVICE", news.target().service(),
                "ITGC_ENVIRONMENT", news.target().environment(),
                "ITGC_COMMIT", news.commit(),
                "ITGC_PREVIOUS", news.previous() == null ? "" : news.previous(),
                "ITGC_ROLLBACK", Boolean.toString(news.rollback()));
    }

    /** Belongs to the body and comes back with it after a restart. */
    private static final class WhenBodyEnds extends BodyExecutionCallback {
        private static final long serialVersionUID = 1L;

        private final GatedDeployExecution execution;

        WhenBodyEnds(GatedDeployExecution execution) {
            this.execution = execution;
        }

        @Override
        public void onStart(StepContext context) {
            execution.begun = true;
        }

        @Override
        public void onSuccess(StepContext context, Object result) {
            execution.ended(DeployEnding.succeeded(result));
        }

        @Override
        public void onFailure(StepContext context, Throwable failure) {
            execution.ended(DeployEnding.failed(failure, execution.secrets));
        }
    }

    private void ended(DeployEnding how) {
        ending = how;
        recordSoon();
    }

    private void recordSoon() {
        ItgcServices.get().soon(this::record);
    }

    /** The pipeline goes on only when the end is in the ledger, however long that takes. */
    private void record() {
        try {
            DeployLifecycle.get().end(deploy, ending.state(), Known.map(ending.reason(), Message::text));
            ending.tell(getContext());
        } catch (LedgerFailure e) {
            LOGGER.log(Level.WARNING, "The end of deploy " + deploy + " could not be recorded; it is tried again", e);
            ItgcServices.get().waiting().await(TRY_AGAIN, Set.of(), this::recordSoon);
        }
    }

    @Override
    void over(Throwable cause) {
        ItgcServices.get().soon(() -> leave(Reason.message(cause)));
    }

    /** Gives the place in the queue back. */
    private void leave(Message reason) {
        try {
            DeployLifecycle.get().leave(build, node, reason);
        } catch (LedgerFailure e) {
            LOGGER.log(Level.WARNING, "That " + build + " left the queue could not be recorded; it is tried again", e);
            ItgcServices.get().waiting().await(TRY_AGAIN, Set.of(), () -> ItgcServices.get()
                    .soon(() -> leave(reason)));
        }
    }

    @Override
    public void stop(Throwable cause) {
        if (body != null) {
            body.cancel(cause);
        } else {
            super.stop(cause);
        }
    }
}
