package io.jenkins.plugins.itgc.testbed.controller.harness;

import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.itgc.testbed.controller.http.Crumbs;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.Page;
import org.htmlunit.WebClient;
import org.htmlunit.WebRequest;

/** What the web client of tests does against the controller. */
public final class Browsing {
    private static final Pattern CRUMB = Pattern.compile("\"crumb\"\\s*:\\s*\"([0-9a-f]+)\"");

    private Browsing() {}

    /** The address of a path below the controller's root. */
    public static URL url(URL root, String path) throws IOException {
        return URI.create(root + (path.startsWith("/") ? path.substring(1) : path))
                .toURL();
    }

    /** The path of a build's page. */
    public static String path(Run<?, ?> run, String relative) {
        return run.getUrl() + relative;
    }

    /** The path of a job's page. */
    public static String path(Item item, String relative) {
        return item.getUrl() + relative;
    }

    /** Sends the crumb of the client's session along with a request. */
    public static WebRequest withCrumb(WebClient client, URL root, WebRequest request) {
        request.setAdditionalHeader(Crumbs.FIELD, crumb(client, root));
        return request;
    }

    private static String crumb(WebClient client, URL root) {
        try {
            Page page = client.getPage(url(root, "crumbIssuer/api/json"));
            Matcher found = CRUMB.matcher(page.getWebResponse().getContentAsString());
            if (!found.find()) {
                throw new AssertionError("The controller gave no crumb");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The value of a basic authorization header. */
    public static String basic(String user, String secret) {
        byte[] both = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }
}
