package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.testbed.controller.Controller;
import io.jenkins.plugins.itgc.testbed.controller.ControllerOptions;
import io.jenkins.plugins.itgc.testbed.sandbox.Sandbox;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The controller with the sample home, beside the sandbox that its jobs are about. */
final class DemoServer implements AutoCloseable {
    private static final int STORY_WEEKS = 8;

    private final Sandbox sandbox;
    private final Controller controller;
    private final SampleHome home;
    private final WorldNews news;

    private DemoServer(Sandbox sandbox, Controller controller, SampleHome home, WorldNews news) {
        this.sandbox = sandbox;
        this.controller = controller;
        this.home = home;
        this.news = news;
    }

    static DemoServer start(DemoOptions options, World world) throws IOException {
        Sandbox sandbox = Sandbox.start(world, options.port() + 1);
        try {
            SampleHome home = SampleHome.copy(options.root().resolve("work"), sandbox.url(), options.port());
            DemoStory.tell(home.folder(), Instant.now(), STORY_WEEKS);
            Path casc = home.folder().resolve("jenkins.yaml");
            Controller controller = Controller.start(
                    ControllerOptions.in(home.folder()).onPort(options.port()).configuredBy(List.of(casc)));
            world.slackRequests().connect(controller.url().resolve("itgc/slack"));
            return new DemoServer(sandbox, controller, home, WorldNews.of(world, home.folder()));
        } catch (IOException | RuntimeException e) {
            sandbox.close();
            throw e;
        }
    }

    void introduce(PrintStream out) {
        out.println();
        out.println("The demo is at      " + controller.url());
        out.println("  jobs              review-of-12 passes, review-of-13 is refused: look at the console of a build");
        out.println(
                "                    scan billing: its master waits for the database (migrate it at the sandbox), for a");
        out.println("                    manager (put OPS-9 into Release approved), for the window, and deploys");
        out.println(
                "  deploys           " + controller.url() + "deploys/ shows some weeks of a shop that does not exist");
        out.println("  users             admin/admin, rita/rita, dan/dan");
        out.println("Slack at            " + sandbox.url()
                + "/slack   (say /deploy help, or press the buttons of a request)");
        out.println("GitHub and Jira at  " + sandbox.url() + "/   (sandbox: act as somebody, then build again)");
        out.println("Stop with Ctrl-C.");
    }

    @Override
    public void close() {
        news.close();
        controller.stop();
        sandbox.close();
        home.delete();
    }
}
