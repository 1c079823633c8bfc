package org.jvnet.hudson.test.junit.jupiter;

import io.jenkins.plugins.itgc.testbed.controller.harness.Harness;
import java.io.File;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;

/** A home in which a test starts controllers one after another. */
public class JenkinsSessionExtension implements BeforeEachCallback, AfterEachCallback {
    private Harness.Home home;

    public JenkinsSessionExtension() {}

    public File getHome() {
        return home.folder();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        home = Harness.newHome(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        home.delete();
    }

    /** Runs a step with a freshly started controller. */
    public void then(Step step) throws Throwable {
        JenkinsRule rule = new JenkinsRule();
        Harness.start(rule, home);
        try {
            step.run(rule);
        } finally {
            Harness.stop(rule);
        }
    }

    /** What is done with one controller. */
    @FunctionalInterface
    public interface Step {
        void run(JenkinsRule r) throws Throwable;
    }
}
