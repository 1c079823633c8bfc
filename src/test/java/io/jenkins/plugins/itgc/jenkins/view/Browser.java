package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.htmlunit.HttpMethod;
import org.htmlunit.WebRequest;
import org.htmlunit.WebResponse;
import org.htmlunit.util.NameValuePair;
import org.jvnet.hudson.test.JenkinsRule;

/** Somebody at a browser, to whom no answer is given that is not as described. */
public final class Browser {
    private final JenkinsRule jenkins;
    private final JenkinsRule.WebClient client;

    private Browser(JenkinsRule jenkins) {
        this.jenkins = jenkins;
        this.client =
                jenkins.createWebClient().withJavaScriptEnabled(false).withThrowExceptionOnFailingStatusCode(false);
    }

    public static Browser of(JenkinsRule jenkins, String user) throws Exception {
        Browser browser = new Browser(jenkins);
        browser.client.login(user);
        return browser;
    }

    public static Browser ofAnybody(JenkinsRule jenkins) {
        return new Browser(jenkins);
    }

    /** The same browser, set to another language. */
    public Browser reading(String language) {
        client.addRequestHeader("Accept-Language", language);
        return this;
    }

    public WebResponse get(String path) throws Exception {
        return answer(new WebRequest(new URL(jenkins.getURL(), path)));
    }

    /** GETs with a header. */
    public WebResponse get(String path, String header, String value) throws Exception {
        WebRequest request = new WebRequest(new URL(jenkins.getURL(), path));
        request.setAdditionalHeader(header, value);
        return answer(request);
    }

    public WebResponse post(String path, String... parameters) throws Exception {
        return answer(client.addCrumb(request(path, parameters)));
    }

    public WebResponse postWithoutCrumb(String path, String... parameters) throws Exception {
        return answer(request(path, parameters));
    }

    private WebResponse answer(WebRequest request) throws Exception {
        WebResponse response = client.getPage(request).getWebResponse();
        assertThat(DescribedInterface.faults(response))
                .as(request.getUrl().getPath())
                .isEmpty();
        return response;
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
