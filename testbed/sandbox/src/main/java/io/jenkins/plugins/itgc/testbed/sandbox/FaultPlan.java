package io.jenkins.plugins.itgc.testbed.sandbox;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml.MatchYaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which answers go wrong, and how often they have. */
public final class FaultPlan {
    private final List<Planned> planned = new ArrayList<>();
    private Duration latency;

    /** That latency for every answer, and those faults. */
    public FaultPlan(Duration latency, List<FaultYaml> faults) {
        this.latency = latency;
        faults.forEach(this::add);
    }

    /** Plans one more. */
    public synchronized void add(FaultYaml fault) {
        planned.add(new Planned(fault));
    }

    /** Plans nothing any more; the latency stays. */
    public synchronized void clear() {
        planned.clear();
    }

    /** Sets the injected round trip. */
    public synchronized void latency(Duration newLatency) {
        latency = newLatency;
    }

    /** The injected round trip. */
    public synchronized Duration latency() {
        return latency;
    }

    /**
     * The faults that strike this request; asking counts as a request.
     *
     * @param operation GraphQL operation name, or empty
     */
    public synchronized List<FaultYaml> striking(String method, String path, String operation) {
        return planned.stream()
                .filter(fault -> fits(fault.fault.match(), method, path, operation))
                .filter(Planned::strikes)
                .map(fault -> fault.fault)
                .toList();
    }

    private static boolean fits(MatchYaml match, String method, String path, String operation) {
        return (match.method() == null || match.method().equalsIgnoreCase(method))
                && (match.path() == null || glob(match.path()).matcher(path).matches())
                && (match.operation() == null || match.operation().equals(operation));
    }

    private static Pattern glob(String text) {
        String regex = Pattern.quote(text).replace("**", "\\E.*\\Q").replaceAll("(?<!\\.)\\*", "\\\\E[^/]*\\\\Q");
        return Pattern.compile(regex);
    }

    private static final class Planned {
        private final FaultYaml fault;
        private int seen;

        Planned(FaultYaml fault) {
            this.fault = fault;
        }

        boolean strikes() {
            int before = seen++ - fault.after();
            return before >= 0 && (fault.times() == null || before < fault.times());
        }
    }
}
