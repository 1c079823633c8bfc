package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The program of a build, once it was compiled or read back. */
final class LoadedProgram {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch settled = new CountDownLatch(1);
    private volatile Program program;

    void set(Program loaded) {
        program = loaded;
        settled.countDown();
    }

    /** There will be none. */
    void giveUp() {
        settled.countDown();
    }

    /** The program, or null while there is none. */
    Program now() {
        return program;
    }

    /** The program; waits for it. */
    Program awaited() {
        try {
            if (!settled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The program was not read in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return program;
    }
}
