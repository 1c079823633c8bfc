package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import java.util.List;

/** One thing that the bench measures. A further one only needs to be added to {@link Bench}. */
interface Measurement {
    String title();

    /** What is measured, under which circumstances, and what the goal is; a sentence or two. */
    String about();

    /** @param quick shorter, for a look rather than for a record */
    List<Table> run(boolean quick) throws Exception;
}
