package io.jenkins.plugins.itgc.testbed.controller;

import java.io.File;
import java.io.IOException;
import jenkins.model.Jenkins;

/** The root object of the testbed. */
final class TestbedJenkins extends Jenkins {
    private TestbedJenkins(File root) throws IOException, InterruptedException {
        super(root, null);
    }

    static Jenkins in(File root) throws IOException {
        try {
            return new TestbedJenkins(root);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted at the start", e);
        }
    }
}
