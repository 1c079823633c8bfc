package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import hudson.model.Result;
import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;

/** Runs one pipeline against a world: decisions as JSON lines, the log on standard error. */
final class PipelineRun {
    private final DemoOptions options;
    private final PrintStream out;

    PipelineRun(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** @return the exit code: 0 for success, 1 for failure, 3 for aborted */
    int run(World world) throws IOException, InterruptedException {
        if (!Files.isReadable(options.jenkinsfile())) {
            throw new IllegalArgumentException("There is no readable Jenkinsfile at " + options.jenkinsfile() + ".");
        }
        String script = Files.readString(options.jenkinsfile());
        SampleHome home = new SampleHome(Files.createTempDirectory("itgc-run"));
        try (Sandbox sandbox = Sandbox.start(world, 0)) {
            return run(script, home.folder(), sandbox);
        } finally {
            home.delete();
        }
    }

    private int run(String script, Path home, Sandbox sandbox) throws IOException, InterruptedException {
        Path casc = options.casc() == null ? new WorldCasc(sandbox).write(home) : options.casc();
        try (Controller controller = Controller.start(ControllerOptions.in(home).configuredBy(List.of(casc)));
                WorldNews news = WorldNews.of(sandbox.world(), home)) {
            DecisionLines decisions = new DecisionLines(out);
            WorkflowRun run = run(controller, script, sandbox, line -> {
                System.err.println(line);
                decisions.printNew();
            });
            decisions.printNew();
            news.requireNoTrouble();
            return code(run.getResult());
        }
    }

    private WorkflowRun run(Controller controller, String script, Sandbox sandbox, Consumer<String> lines)
            throws IOException, InterruptedException {
        DemoOptions.Branch branch = options.branch();
        if (branch == null) {
            return controller.run("run", script, options.user(), lines);
        }
        GitHubSCMSource source = new GitHubSCMSource(branch.owner(), branch.repository(), null, false);
        source.setApiUri(sandbox.gitHubApi().toString());
        source.setCredentialsId(WorldCasc.LOGIN);
        source.setId(branch.repository());
        return controller.run(source, branch.name(), script, options.user(), lines);
    }

    private static int code(Result result) {
        if (Result.SUCCESS.equals(result)) {
            return 0;
        }
        return Result.ABORTED.equals(result) ? 3 : 1;
    }
}
