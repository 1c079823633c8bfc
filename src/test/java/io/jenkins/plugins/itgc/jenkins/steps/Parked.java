package io.jenkins.plugins.itgc.jenkins.steps;

import static org.awaitility.Awaitility.await;

import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.jenkinsci.plugins.workflow.steps.StepExecution;

/** A build whose gate waits. */
final class Parked {
    private static final Pattern WAITING = Pattern.compile("waiting until (\\S+): .*");

    private Parked() {}

    /** Waits until it has judged since the controller started, and waits; when it would look again by itself. */
    static Instant until(WorkflowRun run) {
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> parked(run), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<Instant> parked(WorkflowRun run) throws Exception {
        for (StepExecution step : run.getExecution().getCurrentExecutions(true).get()) {
            Matcher waiting = WAITING.matcher(String.valueOf(step.getStatus()));
            if (waiting.matches()) {
                return Optional.of(Instant.parse(waiting.group(1)));
            }
        }
        return Optional.empty();
    }

    /** When the last decision of a gate was recorded. */
    static Instant decided(String kind) {
        return ItgcServices.get().ledger().entries(Set.of(kind), 0, 1000).stream()
                .map(Entry::at)
                .reduce((first, last) -> last)
                .orElseThrow();
    }
}
