package io.jenkins.plugins.itgc.jenkins.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.connect.StandIn;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.JenkinsSessionExtension;
import org.kohsuke.stapler.DataBoundConstructor;

/** A controller that stops while the plugin is at work. */
class EndOfControllerTest {
    private static final Duration GENEROUS = Duration.ofMinutes(2);

    /** The gate of these tests. */
    public static final class Slow extends TestGateStep {
        @DataBoundConstructor
        public Slow(String gate) {
            super(gate);
        }

        /** Makes it known. */
        @TestExtension
        public static final class DescriptorImpl extends Type {}
    }

    @RegisterExtension
    private final JenkinsSessionExtension sessions = new JenkinsSessionExtension();

    @BeforeEach
    @AfterEach
    void reset() {
        TestGateStep.reset();
    }

    private static Set<String> threads(String regex) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches(regex))
                .collect(Collectors.toSet());
    }

    /** Goes on for as long as the controller does. */
    private record Work(CountDownLatch begun, CountDownLatch cutOff) implements Runnable {
        @Override
        public void run() {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                cutOff.countDown();
            }
        }
    }

    @Test
    void leavesNoThreadBehind() throws Throwable {
        CountDownLatch cutOff = new CountDownLatch(4);
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        sessions.then(jenkins -> {
            Work work = new Work(new CountDownLatch(4), cutOff);
            ItgcServices services = ItgcServices.get();
            services.soon(work);
            services.errand(work);
            services.aside(work);
            services.regularly(Duration.ZERO, Duration.ofHours(1), work);
            work.begun().await();
        });

        assertThat(cutOff.getCount()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !others.contains(thread))
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("itgc-"));
    }

    @Test
    void beginsNothingAfterwards() throws Throwable {
        AtomicReference<ItgcServices> left = new AtomicReference<>();
        AtomicBoolean begun = new AtomicBoolean();
        Topic topic = Topic.ticket("OPS-7");
        sessions.then(jenkins -> {
            ItgcServices services = ItgcServices.get();
            services.ledger();
            services.waiting().await(Duration.ofHours(1), Set.of(topic), () -> begun.set(true));
            left.set(services);
        });

        ItgcServices services = left.get();
        services.waiting().wake(topic);
        services.aside(() -> begun.set(true));
        services.errand(() -> begun.set(true));
        Future<?> judgement = services.judge(() -> begun.set(true));

        assertThat(judgement).isCancelled();
        assertThat(begun).isFalse();
        assertThat(services.reads().begin(() -> "read")).satisfies(read -> assertThatThrownBy(read::get)
                .isInstanceOf(java.util.concurrent.CancellationException.class));
        assertThatThrownBy(services::ledger)
                .isInstanceOf(LedgerFailure.class)
                .hasMessage("The controller ends, so nothing is recorded any more.");
    }

    /** The client of the JDK has no other end than that nobody has it any more. */
    @Test
    void letsGoOfConnections() throws Throwable {
        String selectors = "HttpClient-\\d+-SelectorManager";
        try (StandIn system = new StandIn()) {
            Set<String> before = threads(selectors);
            sessions.then(jenkins -> {
                Endpoint endpoint = Endpoint.bearer("System", system.base(), Optional::empty);
                assertThat(ItgcServices.get()
                                .http(endpoint, "")
                                .get(system.base(), Map.of())
                                .status())
                        .isEqualTo(404);
                assertThat(threads(selectors)).hasSizeGreaterThan(before.size());
            });

            await().atMost(GENEROUS).untilAsserted(() -> {
                System.gc();
                assertThat(before).containsAll(threads(selectors));
            });
        }
    }

    /** What a gate meets when it is cut off says nothing about the change. */
    @Test
    void aJudgementThatIsCutOffIsMadeAgainAfterTheRestart() throws Throwable {
        CountDownLatch judging = new CountDownLatch(1);
        TestGateStep.meanwhile = () -> {
            judging.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("A connection was cut", e);
            }
        };
        sessions.then(jenkins -> {
            WorkflowJob job = jenkins.createProject(WorkflowJob.class, "orders");
            job.setDefinition(new CpsFlowDefinition("testGate 'review'\necho 'the gate is open'", true));
            job.scheduleBuild2(0).waitForStart();
            judging.await();
        });
        TestGateStep.reset();

        sessions.then(jenkins -> {
            WorkflowRun run = jenkins.jenkins
                    .getItemByFullName("orders", WorkflowJob.class)
                    .getBuildByNumber(1);
            jenkins.assertBuildStatusSuccess(jenkins.waitForCompletion(run));
            jenkins.assertLogContains("the gate is open", run);
            jenkins.assertLogNotContains("A connection was cut", run);
        });
    }
}
