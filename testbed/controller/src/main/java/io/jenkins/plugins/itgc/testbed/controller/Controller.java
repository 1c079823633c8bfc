package io.jenkins.plugins.itgc.testbed.controller;

import hudson.model.Cause;
import hudson.model.CauseAction;
import hudson.model.Descriptor;
import hudson.model.Item;
import io.jenkins.plugins.itgc.testbed.controller.casc.Configuration;
import io.jenkins.plugins.itgc.testbed.controller.http.WebServer;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.BranchDefinition;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.Scan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.github_branch_source.BranchSCMHead;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** A running controller; there is at most one in a JVM. */
public final class Controller implements AutoCloseable {
    private final ControllerRuntime runtime;
    private final WebServer server;

    private Controller(ControllerRuntime runtime, WebServer server) {
        this.runtime = runtime;
        this.server = server;
    }

    /** Starts the parts, applies the configuration, serves pages and lets unfinished builds go on. */
    public static Controller start(ControllerOptions options) throws IOException {
        Files.createDirectories(options.home());
        ControllerRuntime runtime = ControllerRuntime.start(options.home().toFile(), options.scope());
        WebServer server = null;
        try {
            Configuration.load(options.configuration());
            server = WebServer.start(options.port(), options.prefix());
            runtime.address(server.address().toString());
            runtime.loadJobs();
            return new Controller(runtime, server);
        } catch (IOException | RuntimeException e) {
            giveUp(runtime, server, e);
            throw e;
        }
    }

    /** What stopping fails of is not what starting failed of. */
    private static void giveUp(ControllerRuntime runtime, WebServer server, Exception cause) {
        try {
            if (server != null) {
                server.close();
            }
            runtime.stop();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** Where the pages are, with a slash at the end. */
    public URI url() {
        return server.address();
    }

    /** The root object. */
    public Jenkins jenkins() {
        return runtime.jenkins();
    }

    /** The inner parts, for tests and demos. */
    public ControllerRuntime runtime() {
        return runtime;
    }

    /** Makes a job from the text of a Pipeline, or changes the Pipeline of the job of this name. */
    public WorkflowJob job(String name, String jenkinsfile) throws IOException {
        Item existing = jenkins().getItemByFullName(name);
        WorkflowJob job = existing == null ? jenkins().createProject(WorkflowJob.class, name) : (WorkflowJob) existing;
        try {
            job.setDefinition(new CpsFlowDefinition(jenkinsfile, true));
        } catch (Descriptor.FormException e) {
            throw new IOException(e);
        }
        return job;
    }

    /** Makes a folder for the branches and pull requests of a repository, or returns the one of this name. */
    public MultibranchFolder multibranch(String name, GitHubSCMSource source) throws IOException {
        if (jenkins().getItem(name) instanceof MultibranchFolder existing) {
            return existing;
        }
        MultibranchFolder folder = new MultibranchFolder(name, source);
        runtime.items().add(folder);
        return folder;
    }

    /** Looks for branches and pull requests, and builds what is new or has changed. */
    public List<WorkflowJob> scan(MultibranchFolder folder) throws IOException, InterruptedException {
        return Scan.of(folder);
    }

    /** Starts a build in the name of a user; the future holds the build when it has ended. */
    public Future<WorkflowRun> build(WorkflowJob job, String userId) {
        return job.scheduleBuild2(0, new CauseAction(new Cause.UserIdCause(userId)));
    }

    /** Runs one Pipeline to its end and shows each line of its log as soon as it is written. */
    public WorkflowRun run(String name, String jenkinsfile, String userId, Consumer<String> lines)
            throws IOException, InterruptedException {
        return run(job(name, jenkinsfile), userId, lines);
    }

    /** Runs a Pipeline on a branch of a repository, in the place of the branch's own Jenkinsfile. */
    public WorkflowRun run(
            GitHubSCMSource source, String branch, String jenkinsfile, String userId, Consumer<String> lines)
            throws IOException, InterruptedException {
        MultibranchFolder folder = multibranch(source.getRepository(), source);
        WorkflowJob job = folder.job(new BranchDefinition(source, new BranchSCMHead(branch), null, jenkinsfile));
        return run(job, userId, lines);
    }

    private WorkflowRun run(WorkflowJob job, String userId, Consumer<String> lines)
            throws IOException, InterruptedException {
        Consumer<String> tail = lines == null ? line -> {} : lines;
        runtime.executions().onLine(job.getFullName(), tail);
        try {
            return build(job, userId).get();
        } catch (ExecutionException e) {
            throw new IOException("The build did not start", e.getCause());
        } finally {
            runtime.executions().onLine(job.getFullName(), null);
        }
    }

    /** Is told of each build that ends. */
    public void onBuildEnd(Consumer<WorkflowRun> listener) {
        runtime.executions().onEnd(listener);
    }

    /**
     * Stops serving, saves running builds as they are and ends all threads.
     *
     * @throws IllegalStateException when a thread outlives the controller; it is named
     */
    public void stop() {
        try {
            server.close();
        } finally {
            runtime.stop();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
