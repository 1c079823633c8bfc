package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import com.sun.net.httpserver.HttpServer;
import hudson.ExtensionList;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.ledger.event.ApprovalEvent;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;

/** The demo with its story, and with a build that waits for an approval while somebody looks. */
final class ShownDemo implements AutoCloseable {
    private static final String BUILD = "checkout#1";
    private static final String COMMIT = "a1".repeat(20);

    private final DemoServer server;
    private final HttpServer control;
    private final int port;

    private ShownDemo(DemoServer server, HttpServer control, int port) {
        this.server = server;
        this.control = control;
        this.port = port;
    }

    static ShownDemo start() throws Exception {
        int port = DemoServerTest.freePair();
        DemoOptions options = DemoOptions.parse(List.of("--port", Integer.toString(port), "--root", "../.."));
        DemoServer server = DemoServer.start(options, options.loadWorld());
        HttpServer control = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        control.createContext("/", exchange -> {
            entries().request(change("search"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        control.start();
        waitForSomething();
        return new ShownDemo(server, control, port);
    }

    private static StoryEntries entries() {
        return new StoryEntries(ItgcServices.get().ledger());
    }

    private static StoryEntries.Change change(String service) {
        return new StoryEntries.Change(
                service,
                "production",
                COMMIT,
                "b2".repeat(20),
                false,
                BUILD,
                "mia",
                900,
                "Pay by invoice",
                "alice",
                "rita",
                "SHOP-900",
                "Companies want to pay by invoice");
    }

    private static void waitForSomething() throws Exception {
        WorkflowJob job = Jenkins.get().createProject(WorkflowJob.class, "checkout");
        job.setDefinition(new CpsFlowDefinition("input 'Go on?'", true));
        job.scheduleBuild2(0).waitForStart();
        ExtensionList.lookup(ApprovalAnswers.class).add(0, new OpenDesk());
        StoryEntries.Change change = change("checkout");
        entries().ruling(change, "review", "pass", "Every commit is reviewed and its ticket approved.");
        entries().ruling(change, "approval", "wait", "Waiting for 1 of release-managers.");
        entries().ruling(change, "window", "wait", "No window is open; the next one opens at 13:00.");
        entries().requested(change);
        entries().request(change);
    }

    URI url() {
        return URI.create("http://localhost:" + port + "/");
    }

    URI control() {
        return URI.create("http://127.0.0.1:" + control.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        control.stop(0);
        server.close();
    }

    /** Takes every answer of Rita's, so that one can be seen to arrive. */
    private static final class OpenDesk implements ApprovalAnswers {
        @Override
        public boolean awaits(String request, String user) {
            return user.equals("rita");
        }

        @Override
        public ActionResult approve(String request, String user, String reason) {
            entries().answer(change("checkout"), request, user, reason, ApprovalEvent.Given::new);
            return new ActionResult(true, Message.text("Taken."));
        }

        @Override
        public ActionResult refuse(String request, String user, String reason) {
            entries().answer(change("checkout"), request, user, reason, ApprovalEvent.Refused::new);
            return new ActionResult(true, Message.text("Taken."));
        }
    }
}
