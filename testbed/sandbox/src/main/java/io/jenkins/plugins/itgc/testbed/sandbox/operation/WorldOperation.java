package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml;
import java.time.Duration;
import java.util.List;

/** Something happens to the world as a whole. */
public sealed interface WorldOperation extends Operation {

    /** Every answer takes that much longer from now on. */
    record SetLatency(Duration latency) implements WorldOperation {
        @Override
        public void applyTo(World world) {
            world.faults().latency(Required.parameter(latency, "latency"));
        }
    }

    /** One more fault, as in a world. */
    record AddFault(FaultYaml fault) implements WorldOperation {
        @Override
        public void applyTo(World world) {
            world.faults().add(Required.parameter(fault, "fault"));
        }
    }

    /** No faults any more. */
    record ClearFaults() implements WorldOperation {
        @Override
        public void applyTo(World world) {
            world.faults().clear();
        }
    }

    /** Time passes, where the world's clock stands. */
    record AdvanceClock(Duration by) implements WorldOperation {
        @Override
        public void applyTo(World world) {
            world.clock().advance(Required.parameter(by, "by"));
        }
    }

    /** A group has other members now. */
    record SetGroup(String name, List<String> members) implements WorldOperation {
        @Override
        public void applyTo(World world) {
            Required.parameter(members, "members").forEach(world.accounts()::known);
            world.accounts().group(Required.parameter(name, "name"), members);
        }
    }
}
