package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;

/** A change of the world, as scenarios, the control interface and faults make it. */
public sealed interface Operation
        permits BranchOperation,
                CalendarOperation,
                DatabaseOperation,
                PullRequestOperation,
                SlackOperation,
                TicketOperation,
                WorldOperation {
    /**
     * Makes the change; callers use {@link World#apply}.
     *
     * @throws IllegalArgumentException if it names something that the world does not have
     */
    void applyTo(World world);
}
