package io.jenkins.plugins.itgc.testbed.controller.steps;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.model.TaskListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.SynchronousNonBlockingStepExecution;

/** A running shell script. */
final class ShExecution extends SynchronousNonBlockingStepExecution<Object> {
    private static final long serialVersionUID = 1L;

    private final String script;
    private final boolean returnStdout;
    private final boolean returnStatus;
    private transient volatile Process process;

    ShExecution(StepContext context, String script, boolean returnStdout, boolean returnStatus) {
        super(context);
        this.script = script;
        this.returnStdout = returnStdout;
        this.returnStatus = returnStatus;
    }

    @Override
    protected Object run() throws Exception {
        PrintStream log = getContext().get(TaskListener.class).getLogger();
        process = launch();
        process.getOutputStream().close();
        Thread errors = copyErrors(log);
        String output = returnStdout ? wholeOutput() : logOutput(log);
        int status = process.waitFor();
        errors.join();
        return value(status, output);
    }

    private String wholeOutput() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private String logOutput(PrintStream log) throws IOException {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(log::println);
        }
        return null;
    }

    private Process launch() throws IOException, InterruptedException {
        String interpreter = script.startsWith("#!")
                ? script.substring(2, script.indexOf('\n')).trim()
                : "sh";
        ProcessBuilder builder = script.startsWith("#!")
                ? new ProcessBuilder(interpreter, "-c", script)
                : new ProcessBuilder("sh", "-xe", "-c", script);
        builder.directory(Path.of(getContext().get(Workspace.class).path()).toFile());
        builder.environment().putAll(getContext().get(EnvVars.class));
        return builder.start();
    }

    private Thread copyErrors(PrintStream log) {
        Thread copier = new Thread(
                () -> process.errorReader(StandardCharsets.UTF_8).lines().forEach(log::println));
        copier.setDaemon(true);
        copier.start();
        return copier;
    }

    private Object value(int status, String output) throws AbortException {
        if (returnStatus) {
            return status;
        } else if (status != 0) {
            throw new AbortException("script returned exit code " + status);
        }
        return returnStdout ? output : null;
    }

    @Override
    public void stop(Throwable cause) throws Exception {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        super.stop(cause);
    }
}
