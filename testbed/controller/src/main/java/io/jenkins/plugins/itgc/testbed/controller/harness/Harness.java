package io.jenkins.plugins.itgc.testbed.controller.harness;

import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.controller.extension.TestScope;
import io.jenkins.plugins.itgc.testbed.controller.store.Folders;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;

/** Starts and stops controllers for tests. */
public final class Harness {
    private static final Map<JenkinsRule, Home> TEMPORARY = new ConcurrentHashMap<>();

    private static final Map<JenkinsRule, Controller> RUNNING = new ConcurrentHashMap<>();

    private Harness() {}

    /**
     * A folder for one test's controllers.
     *
     * @param folder where it is
     * @param scope the test
     */
    public record Home(File folder, TestScope scope) {
        /** Removes the folder. */
        public void delete() {
            try {
                Folders.delete(folder.toPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts a controller for a test in a new home, which goes when it stops. */
    public static void start(JenkinsRule rule, ExtensionContext context) throws Exception {
        startTemporary(rule, newHome(context));
    }

    /** Makes a folder for a test. */
    public static Home newHome(ExtensionContext context) {
        String method = context.getTestMethod().map(m -> m.getName()).orElse(null);
        return newHome(new TestScope(context.getRequiredTestClass(), method));
    }

    private static Home newHome(TestScope scope) {
        try {
            return new Home(Files.createTempDirectory("jenkins home").toFile(), scope);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a controller in a new home, which goes when it stops. */
    public static void start(JenkinsRule rule) throws Exception {
        startTemporary(rule, newHome(TestScope.NONE));
    }

    private static void startTemporary(JenkinsRule rule, Home home) throws Exception {
        try {
            start(rule, home);
            TEMPORARY.put(rule, home);
        } catch (Exception e) {
            home.delete();
            throw e;
        }
    }

    /** Starts a controller in a home. */
    public static void start(JenkinsRule rule, Home home) throws Exception {
        ControllerOptions options = ControllerOptions.in(home.folder().toPath())
                .below(rule.contextPath)
                .during(home.scope());
        Controller controller = Controller.start(options);
        RUNNING.put(rule, controller);
        rule.jenkins = controller.jenkins();
    }

    /**
     * Stops the controller; the home stays unless it is a temporary one.
     *
     * @throws IllegalStateException when a thread outlives the controller; it is named
     */
    public static void stop(JenkinsRule rule) throws Exception {
        try {
            RUNNING.remove(rule).stop();
        } finally {
            rule.jenkins = null;
            Home home = TEMPORARY.remove(rule);
            if (home != null) {
                home.delete();
            }
        }
    }

    /** Waits some seconds for a condition. */
    public static void await(int seconds, String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + seconds + " s in vain for " + what);
            }
            Thread.sleep(20);
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
