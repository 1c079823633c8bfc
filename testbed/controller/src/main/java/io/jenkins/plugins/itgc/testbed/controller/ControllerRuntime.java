package io.jenkins.plugins.itgc.testbed.controller;

import hudson.EnvVars;
import hudson.ExtensionList;
import hudson.model.Run;
import hudson.model.User;
import hudson.model.listeners.ItemListener;
import io.jenkins.plugins.itgc.testbed.controller.extension.Extensions;
import io.jenkins.plugins.itgc.testbed.controller.extension.Terminators;
import io.jenkins.plugins.itgc.testbed.controller.extension.TestScope;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.BuildEnvironment;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.BuildQueue;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Executions;
import io.jenkins.plugins.itgc.testbed.controller.security.ApiTokens;
import io.jenkins.plugins.itgc.testbed.controller.security.CredentialStore;
import io.jenkins.plugins.itgc.testbed.controller.store.Items;
import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jenkins.model.Jenkins;
import jenkins.util.Timer;

/** The parts of the one controller that runs in this JVM, as the slice's types reach them. */
public final class ControllerRuntime {
    private static final Duration ENDING = Duration.ofSeconds(30);

    private static volatile ControllerRuntime current;

    private final Jenkins jenkins;
    private final Extensions extensions;
    private final Items items;
    private final BuildQueue queue = new BuildQueue();
    private final Executions executions = new Executions();
    private final CredentialStore credentials = new CredentialStore();
    private final Map<String, User> users = new ConcurrentHashMap<>();
    private final ApiTokens tokens = new ApiTokens();
    private final ControllerThreads threads;
    private final ExecutorService workers;
    private volatile String address;
    private volatile String systemMessage = "";
    private volatile boolean stopping;

    private ControllerRuntime(File home, TestScope scope) throws IOException {
        current = this;
        threads = new ControllerThreads("controller in " + home);
        workers = Executors.newCachedThreadPool(threads.named("controller"));
        extensions = new Extensions(scope);
        jenkins = RootObject.in(home);
        items = new Items(home.toPath());
    }

    /** Starts the parts in a home folder; builds are not resumed yet. */
    public static synchronized ControllerRuntime start(File home, TestScope scope) throws IOException {
        if (current != null) {
            throw new IllegalStateException(
                    "A controller runs in this JVM already, in " + current.jenkins.getRootDir());
        }
        try {
            return new ControllerRuntime(home, scope);
        } catch (IOException | RuntimeException e) {
            current = null;
            throw e;
        }
    }

    /** The running controller; an IllegalStateException if there is none. */
    public static ControllerRuntime current() {
        ControllerRuntime running = current;
        if (running == null) {
            throw new IllegalStateException("No controller is running");
        }
        return running;
    }

    /** Whether a controller runs. */
    public static boolean isRunning() {
        return current != null;
    }

    /** Reads jobs and lets unfinished builds go on. */
    public void loadJobs() throws IOException {
        items.load();
        executions.resumeAll(items.allJobs());
        ExtensionList.lookup(ItemListener.class).forEach(ItemListener::onLoaded);
    }

    /**
     * Saves running builds as they are, lets plugins end what is theirs, and ends all threads, in the order of Jenkins.
     *
     * @throws IllegalStateException when a thread outlives the controller
     */
    public void stop() {
        stopping = true;
        try {
            queue.close();
            executions.suspendAll();
            Terminators.run();
            Timer.shutdown();
            workers.shutdownNow();
            threads.awaitEnd(ENDING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            current = null;
        }
    }

    /** The environment of a build outside of any step. */
    public EnvVars environmentOf(Run<?, ?> run) {
        return BuildEnvironment.of(run);
    }

    /** The root object. */
    public Jenkins jenkins() {
        return jenkins;
    }

    /** The extensions and their descriptors. */
    public Extensions extensions() {
        return extensions;
    }

    /** Jobs and folders. */
    public Items items() {
        return items;
    }

    /** Builds that wait for their start. */
    public BuildQueue queue() {
        return queue;
    }

    /** Builds that run. */
    public Executions executions() {
        return executions;
    }

    /** The system's credentials. */
    public CredentialStore credentials() {
        return credentials;
    }

    /** Known people by id. */
    public Map<String, User> users() {
        return users;
    }

    /** All threads of the controller. */
    public ControllerThreads threads() {
        return threads;
    }

    /** The pool for work that may block. */
    public ExecutorService workers() {
        return workers;
    }

    /** The configured address, or else the one that the server listens on; with a slash at the end. */
    public String rootUrl() {
        String configured = extensions.list(Location.class).get(0).getUrl();
        return configured == null ? address : configured;
    }

    /** The tokens of people. */
    public ApiTokens tokens() {
        return tokens;
    }

    /** The address that the server listens on, with a slash at the end; null without server. */
    public String address() {
        return address;
    }

    /** Notes the address that the server listens on. */
    public void address(String listening) {
        address = listening;
    }

    /** The message on the root page. */
    public String systemMessage() {
        return systemMessage;
    }

    /** Changes the message on the root page. */
    public void systemMessage(String message) {
        systemMessage = message == null ? "" : message;
    }

    /** Whether {@link #stop()} has begun. */
    public boolean isStopping() {
        return stopping;
    }
}
