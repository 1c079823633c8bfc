package io.jenkins.plugins.itgc.testbed.sandbox;

import io.jenkins.plugins.itgc.testbed.sandbox.calendar.CalendarServer;
import io.jenkins.plugins.itgc.testbed.sandbox.control.ControlSite;
import io.jenkins.plugins.itgc.testbed.sandbox.github.GitHubSite;
import io.jenkins.plugins.itgc.testbed.sandbox.github.Links;
import io.jenkins.plugins.itgc.testbed.sandbox.http.RequestLog;
import io.jenkins.plugins.itgc.testbed.sandbox.http.SandboxHandler;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.jira.JiraSiteServer;
import io.jenkins.plugins.itgc.testbed.sandbox.page.PageSite;
import io.jenkins.plugins.itgc.testbed.sandbox.redmine.RedmineServer;
import io.jenkins.plugins.itgc.testbed.sandbox.slack.SlackServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Serves a world over HTTP on this machine alone. */
public final class Sandbox implements AutoCloseable {
    private final World world;
    private final Server server;
    private final URI url;
    private final RequestLog log;

    private Sandbox(World world, Server server, URI url, RequestLog log) {
        this.world = world;
        this.server = server;
        this.url = url;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param port 0 takes any free one
     * @throws IOException if the port is taken
     */
    public static Sandbox start(World world, int port) throws IOException {
        return start(world, port, null);
    }

    /**
     * Starts a server whose GitHub says that its pages are elsewhere, as behind a proxy: then what it tells is the same
     * whatever port it has.
     *
     * @param port 0 takes any free one
     * @param pages root of the addresses that GitHub tells; null for where it is
     * @throws IOException if the port is taken
     */
    public static Sandbox start(World world, int port, URI pages) throws IOException {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        connector.setPort(port);
        server.addConnector(connector);
        connector.open();
        URI url = URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
        RequestLog log = new RequestLog();
        server.setHandler(
                new SandboxHandler(world, sites(world, url, new Links(pages == null ? url : pages), log), log));
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the sandbox cannot start", e);
        }
        return new Sandbox(world, server, url, log);
    }

    private static List<Site> sites(World world, URI url, Links gitHub, RequestLog log) {
        return List.of(
                new GitHubSite(world, gitHub),
                new JiraSiteServer(world, url),
                new ControlSite(world, url, log),
                new RedmineServer(world),
                new CalendarServer(world),
                new SlackServer(world),
                new PageSite(world));
    }

    /** Root of everything. */
    public URI url() {
        return url;
    }

    /** Root of GitHub's REST, in the form of an Enterprise server; GraphQL is beside it. */
    public URI gitHubApi() {
        return url.resolve("/github/api/v3");
    }

    /** GitHub's GraphQL. */
    public URI gitHubGraphQl() {
        return url.resolve("/github/api/graphql");
    }

    /** Root of Jira. */
    public URI jira() {
        return url.resolve("/jira");
    }

    /** Root of Redmine. */
    public URI redmine() {
        return url.resolve("/redmine");
    }

    /** Root of Slack's web interface. */
    public URI slackApi() {
        return url.resolve("/slack/api");
    }

    /** Address of a calendar as a file. */
    public URI calendarFile(String name) {
        return url.resolve("/calendars/" + name + ".ics");
    }

    /** Address of a calendar over CalDAV. */
    public URI calDav(String name) {
        return url.resolve("/calendars/" + name + "/");
    }

    /** What is served; may be changed while it is. */
    public World world() {
        return world;
    }

    /** Every request so far, in the order of the answers. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** Those that could change something. */
    public List<RecordedRequest> writes() {
        return log.all().stream().filter(RecordedRequest::isWrite).toList();
    }

    /** Forgets the requests so far. */
    public void forgetRequests() {
        log.clear();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the sandbox does not stop", e);
        } finally {
            world.close();
        }
    }
}
