package io.jenkins.plugins.itgc.jenkins.steps;

import hudson.AbortException;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.TimeText;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.Waiting;
import io.jenkins.plugins.itgc.jenkins.credentials.WordedAbort;
import io.jenkins.plugins.itgc.jenkins.gates.ApprovalCall;
import io.jenkins.plugins.itgc.jenkins.gates.GateCall;
import io.jenkins.plugins.itgc.jenkins.gates.GateConsole;
import io.jenkins.plugins.itgc.jenkins.gates.GateRun;
import io.jenkins.plugins.itgc.jenkins.gates.PauseMark;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.fold.LastRuling;
import io.jenkins.plugins.itgc.ledger.store.LedgerHeld;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/**
 * The one durable execution of all gates. It judges off the pipeline's thread, waits without holding one, and after a
 * restart judges again from fresh evidence.
 */
public class GateStepExecution extends StepExecution {
    private static final long serialVersionUID = 1L;
    private static final Duration LEDGER_PATIENCE = Duration.ofMinutes(15);
    private static final Duration LEDGER_RETRY = Duration.ofSeconds(5);

    private final GateCall call;

    /** When asking again for what could not be read ends, in milliseconds; 0 while everything could be read. */
    private long giveUpAt;

    /** Null until it has judged in this controller's life: what was so before a restart need not be so any more. */
    private transient volatile String status;

    /** Null until something was said. */
    private LastRuling said;

    /** Null when nothing accompanies the waiting, or there was none yet. */
    private Companion companion;

    private transient boolean resumed;

    /** When waiting for the ledger ends; null while nothing else has it. */
    private transient Instant ledgerGivenUpAt;

    private transient Future<?> judging;
    private transient Waiting.Waiter waiter;
    private transient boolean finished;

    /**
     * @param call what the pipeline asked for; kept over restarts
     * @param context of the step
     */
    public GateStepExecution(GateCall call, StepContext context) {
        super(context);
        this.call = call;
    }

    @Override
    public boolean start() throws IOException, InterruptedException {
        judgeSoon();
        return false;
    }

    @Override
    public void onResume() {
        resumed = true;
        judgeSoon();
    }

    /** Judges from fresh evidence, unless the judging has ended. */
    final synchronized void judgeSoon() {
        if (!finished) {
            waiter = null;
            judging = ItgcServices.get().judge(this::judge);
        }
    }

    private void judge() {
        try {
            prepare();
            resumeCompanion();
            ItgcServices services = ItgcServices.get();
            long since = services.waiting().events();
            GateRun run = GateRun.judge(
                    call,
                    getContext(),
                    said,
                    new GateRun.Recording(services.clock(), services::ledger, services.liveBuilds()));
            boolean news = said != run.saying();
            said = run.saying();
            ledgerGivenUpAt = null;
            act(run, news, since);
        } catch (LedgerHeld e) {
            awaitLedger(e);
        } catch (InterruptedException e) {
            // stop() interrupts the judgement and has ended the step itself.
            Thread.currentThread().interrupt();
        } catch (LedgerFailure e) {
            fail(new AbortException("The decision could not be recorded, so it is not acted on. " + e.getMessage()));
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    /** Without the ledger nothing is known, so the gate stays shut; an earlier controller that is slow to end has it for a while. */
    private void awaitLedger(LedgerHeld held) {
        Instant now = ItgcServices.get().clock().instant();
        boolean news = ledgerGivenUpAt == null;
        ledgerGivenUpAt = news ? now.plus(LEDGER_PATIENCE) : ledgerGivenUpAt;
        Instant retryAt = now.plus(LEDGER_RETRY);
        try {
            if (retryAt.isAfter(ledgerGivenUpAt)) {
                fail(new AbortException(held.getMessage()));
            } else {
                park(
                        held.getMessage(),
                        retryAt,
                        new Heed(Set.of(), ItgcServices.get().waiting().events()),
                        news);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            fail(e);
        }
    }

    /** What must be settled before each judgement. Called on a judging thread. */
    void prepare() {}

    private void resumeCompanion() throws IOException, InterruptedException {
        if (resumed && companion != null) {
            companion.resumed(getContext());
        }
        resumed = false;
    }

    private void act(GateRun run, boolean news, long since) throws IOException, InterruptedException {
        Decision decision = run.decision();
        if (decision instanceof Decision.Pass) {
            passed(run.result());
        } else if (decision instanceof Decision.Refuse) {
            refuse(run);
        } else if (decision instanceof Decision.Wait wait) {
            giveUpAt = 0;
            accompany();
            park(wait.reason(), wait.recheckAt(), new Heed(wait.wakeOn(), since), news);
        } else if (decision instanceof Decision.Unknown unknown) {
            retry(unknown, run, news, since);
        }
    }

    /** What accompanies the waiting; null for nothing. */
    private Companion companion() {
        return call instanceof ApprovalCall approval ? new ApprovalForm(approval) : null;
    }

    private void accompany() throws IOException, InterruptedException {
        synchronized (this) {
            if (finished) {
                return;
            }
            companion = companion == null ? companion() : companion;
        }
        if (companion != null) {
            companion.waiting(getContext());
        }
    }

    private void refuse(GateRun run) {
        if (call.failOnRefuse()) {
            fail(new WordedAbort(run.refusal()));
        } else {
            succeed(run.result());
        }
    }

    /** Unknown blocks: it is asked again for a while if that may help, and then the build fails. */
    private void retry(Decision.Unknown unknown, GateRun run, boolean news, long since)
            throws IOException, InterruptedException {
        Instant now = ItgcServices.get().clock().instant();
        if (giveUpAt == 0) {
            giveUpAt = now.plus(run.patience()).toEpochMilli();
        }
        Instant retryAt = unknown.retryAt();
        if (retryAt == null || retryAt.toEpochMilli() > giveUpAt) {
            fail(new WordedAbort(run.refusal()));
        } else {
            park(unknown.reason(), retryAt, new Heed(run.topics(), since), news);
        }
    }

    /** What to listen to, and since when: what happened while the gate judged may have come too late for it. */
    private record Heed(Set<Topic> topics, long since) {}

    /** Losing the save costs nothing: after a restart the gate judges again from fresh evidence. */
    private void park(String reason, Instant until, Heed heed, boolean news) throws IOException, InterruptedException {
        Instant now = ItgcServices.get().clock().instant();
        synchronized (this) {
            if (finished) {
                return;
            }
            status = "waiting until " + TimeText.of(until) + ": " + reason;
            waiter = ItgcServices.get()
                    .waiting()
                    .await(Duration.between(now, until), heed.topics(), heed.since(), this::judgeSoon);
        }
        if (news) {
            GateConsole.waiting(getContext(), reason, until);
            PauseMark.begin(getContext());
            Saving.soon(getContext());
        }
    }

    /** The gate is open. Called on a judging thread. */
    void passed(Map<String, Object> result) throws IOException, InterruptedException {
        succeed(result);
    }

    /** The step is over without a pass. Called once, on any thread, after the pipeline was told. */
    void over(Throwable cause) {}

    private void succeed(Map<String, Object> result) {
        if (finish()) {
            leaveCompanion();
            PauseMark.end(getContext());
            getContext().onSuccess(result);
        }
    }

    /** What fails while the controller ends was cut off: the gate judges again after the restart. */
    private void fail(Throwable cause) {
        if (!ItgcServices.get().hasEnded() && finish()) {
            leaveCompanion();
            PauseMark.end(getContext());
            getContext().onFailure(cause);
            over(cause);
        }
    }

    private void leaveCompanion() {
        if (companion != null) {
            companion.over(getContext());
        }
    }

    /** Ends the judging; false when it had ended already. */
    final synchronized boolean finish() {
        boolean first = !finished;
        finished = true;
        return first;
    }

    @Override
    public void stop(Throwable cause) {
        boolean first = finish();
        synchronized (this) {
            if (waiter != null) {
                waiter.cancel();
            }
            if (judging != null) {
                judging.cancel(true);
            }
        }
        if (first && companion == null) {
            end(cause);
        } else if (first) {
            // The pipeline's own thread must not wait for what a companion has to clear away.
            ItgcServices.get().aside(() -> {
                leaveCompanion();
                end(cause);
            });
        }
    }

    private void end(Throwable cause) {
        PauseMark.end(getContext());
        getContext().onFailure(cause);
        over(cause);
    }

    @Override
    public String getStatus() {
        String now = status;
        return now == null ? "judging" : now;
    }
}
