package io.jenkins.plugins.itgc.jenkins.view;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;

/** Somebody at a browser. */
public final class Browser {
    private final JenkinsRule jenkins;
    private final JenkinsRule.WebClient client;

    private Browser(JenkinsRule jenkins) {
        this.jenkins = jenkins;
        this.client = jenkins.createWebClient()
                .withJavaScriptEnabled(false)
                .withThrowExceptionOnFailingStatusCode(false);
    }

    public static Browser of(JenkinsRule jenkins, String user) throws Exception {
        Browser browser = new Browser(jenkins);
        browser.client.login(user);
        return browser;
    }

    public static Browser ofAnybody(JenkinsRule jenkins) {
        return new Browser(jenkins);
    }

    public WebResponse get(String path) throws Exception {
        return client.getPage(new URL(jenkins.getURL(), path)).getWebResponse();
    }

    /** GETs with a header. */
    public WebResponse get(String path, String header, String value) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path));
        request.setAdditionalHeader(header, value);
        return client.getPage(request).getWebResponse();
    }

    public WebResponse post(String path, String... parameters) throws Exception {
        return client.getPage(client.addCrumb(request(path, parameters))).getWebResponse();
    }

    public WebResponse postWithoutCrumb(String path, String... parameters) throws Exception {
        return client.getPage(request(path, parameters)).getWebResponse();
    }

    private WebRequest request(String path, String... parameters) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path), HttpMethod.POST);
        List<NameValuePair> pairs = new ArrayList<>();
        for (int i = 0; i < parameters.length; i += 2) {
            pairs.add(new NameValuePair(parameters[i], parameters[i + 1]));
        }
        request.setRequestParameters(pairs);
        return request;
    }
}
