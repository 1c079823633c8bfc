package io.jenkins.plugins.itgc.testbed.controller.http;

import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.ee9.nested.SessionHandler;
import org.eclipse.jetty.ee9.servlet.ServletContextHandler;
import org.eclipse.jetty.ee9.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Serves the controller's pages on this machine only. */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 32;
    private static final String HOST = "127.0.0.1";

    private final Server server;
    private final String prefix;

    private WebServer(Server server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    /** Starts a server; port 0 takes any, the prefix is empty or like {@code /jenkins}. */
    public static WebServer start(int port, String prefix) throws IOException {
        ThreadGroup group = ControllerRuntime.current().threads().group();
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 8, 60_000, -1, null, group);
        threads.setDaemon(true);
        threads.setName("http");
        Server server = new Server(threads);
        ServerConnector connector = new ServerConnector(server);
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(context(prefix));
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("The server did not start on port " + port + ": " + e.getMessage(), e);
        }
        return new WebServer(server, prefix);
    }

    private static org.eclipse.jetty.server.Handler context(String prefix) {
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.SESSIONS);
        context.setContextPath(prefix.isEmpty() ? "/" : prefix);
        SessionHandler sessions = context.getSessionHandler();
        sessions.setHttpOnly(true);
        sessions.getSessionCookieConfig().setName("JSESSIONID.testbed");
        sessions.setSameSite(org.eclipse.jetty.http.HttpCookie.SameSite.LAX);
        context.addServlet(new ServletHolder(new FrontServlet()), "/*");
        return context.get();
    }

    /** Where the pages are, with a slash at the end. */
    public URI address() {
        int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
        return URI.create("http://" + HOST + ":" + port + prefix + "/");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The server did not stop", e);
        }
    }
}
