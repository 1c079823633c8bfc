package org.jvnet.hudson.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Result;
import hudson.model.Run;
import hudson.model.TopLevelItem;
import hudson.model.User;
import hudson.security.SecurityRealm;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import io.jenkins.plugins.itgc.testbed.controller.harness.Browsing;
import io.jenkins.plugins.itgc.testbed.controller.harness.Harness;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import jenkins.model.Jenkins;
import org.htmlunit.HttpMethod;
import org.htmlunit.Page;
import org.htmlunit.WebRequest;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.util.NameValuePair;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.xml.sax.SAXException;

/** A controller for a test. */
public class JenkinsRule {
    /** The running controller. */
    public Jenkins jenkins;

    /** The path below which the pages stand. */
    public String contextPath = "/jenkins";

    /** Seconds that a test may take. */
    public int timeout = 180;

    public JenkinsRule() {}

    /** Starts the controller in a new home. */
    public void before() throws Throwable {
        Harness.start(this);
    }

    /** Stops the controller. */
    public void after() throws Exception {
        Harness.stop(this);
    }

    /** Where the controller's pages are, with a slash at the end. */
    public URL getURL() throws IOException {
        return URI.create(ControllerRuntime.current().address()).toURL();
    }

    public <T extends TopLevelItem> T createProject(Class<T> type, String name) throws IOException {
        return jenkins.createProject(type, name);
    }

    public <T extends TopLevelItem> T createProject(Class<T> type) throws IOException {
        return createProject(type, createUniqueProjectName());
    }

    protected String createUniqueProjectName() {
        return "test" + jenkins.getItems().size();
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, R r) throws Exception {
        waitForCompletion(r);
        if (!status.equals(r.getResult())) {
            assertEquals(status, r.getResult(), "unexpected build status; build log was:\n------\n" + getLog(r));
        }
        return r;
    }

    public <R extends Run<?, ?>> R assertBuildStatus(Result status, Future<? extends R> r) throws Exception {
        assertNotNull(r, "build was actually scheduled");
        return assertBuildStatus(status, r.get());
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(R r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <R extends Run<?, ?>> R assertBuildStatusSuccess(Future<? extends R> r) throws Exception {
        return assertBuildStatus(Result.SUCCESS, r);
    }

    public <JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> RunT buildAndAssertSuccess(JobT job)
            throws Exception {
        return buildAndAssertStatus(Result.SUCCESS, job);
    }

    @SuppressWarnings("unchecked")
    public <JobT extends Job<JobT, RunT>, RunT extends Run<JobT, RunT>> RunT buildAndAssertStatus(
            Result status, JobT job) throws Exception {
        Future<? extends Run<?, ?>> build = ((WorkflowJob) (Job<?, ?>) job).scheduleBuild2(0);
        return (RunT) assertBuildStatus(status, (Future<Run<?, ?>>) build);
    }

    public void assertLogContains(String substring, Run<?, ?> run) throws IOException {
        String log = getLog(run);
        assertTrue(log.contains(substring), () -> "Expected the log to contain '" + substring + "':\n" + log);
    }

    public void assertLogNotContains(String substring, Run<?, ?> run) throws IOException {
        String log = getLog(run);
        assertFalse(log.contains(substring), () -> "Expected the log not to contain '" + substring + "':\n" + log);
    }

    public static String getLog(Run<?, ?> run) throws IOException {
        return run.getLog();
    }

    /** Waits for the end of a build. */
    public <R extends Run<?, ?>> R waitForCompletion(R r) throws InterruptedException {
        Harness.await(timeout, r + " to end", () -> !r.isBuilding());
        return r;
    }

    /** Waits for a text in the log. */
    public <R extends Run<?, ?>> R waitForMessage(String message, R r) throws IOException, InterruptedException {
        Harness.await(timeout, "'" + message + "' in the log of " + r, () -> {
            boolean said = getLog(r).contains(message);
            if (!said && !r.isBuilding()) {
                throw new AssertionError(r + " ended without saying '" + message + "':\n" + getLog(r));
            }
            return said;
        });
        return r;
    }

    /** Waits until no build runs. */
    public void waitUntilNoActivity() throws Exception {
        waitUntilNoActivityUpTo(timeout * 1000);
    }

    /** Waits some milliseconds at most until no build runs. */
    public void waitUntilNoActivityUpTo(int timeout) throws Exception {
        Harness.await(Math.max(1, timeout / 1000), "all builds to end", () -> !isSomethingHappening());
    }

    public boolean isSomethingHappening() {
        return jenkins.getAllItems(Job.class).stream().anyMatch(j -> j.isBuilding());
    }

    /** A security realm in which every password is the user's name. */
    public DummySecurityRealm createDummySecurityRealm() {
        return new DummySecurityRealm();
    }

    public String createApiToken(User user) {
        return ControllerRuntime.current().tokens().create(user.getId());
    }

    public WebClient createWebClient() {
        return new WebClient();
    }

    /** Knows everybody, with the groups that a test gives them. */
    public static class DummySecurityRealm extends SecurityRealm {
        private final Map<String, Set<String>> groups = new ConcurrentHashMap<>();

        DummySecurityRealm() {}

        protected UserDetails authenticate2(String username, String password) throws AuthenticationException {
            if (!username.equals(password)) {
                throw new BadCredentialsException(username);
            }
            return loadUserByUsername2(username);
        }

        @Override
        public UserDetails loadUserByUsername2(String username) throws UsernameNotFoundException {
            List<GrantedAuthority> authorities = new ArrayList<>();
            authorities.add(new SimpleGrantedAuthority("authenticated"));
            groups.getOrDefault(username, Set.of()).forEach(g -> authorities.add(new SimpleGrantedAuthority(g)));
            return new org.springframework.security.core.userdetails.User(username, "", authorities);
        }

        public void addGroups(String username, String... names) {
            groups.computeIfAbsent(username, u -> ConcurrentHashMap.newKeySet()).addAll(Set.of(names));
        }
    }

    /** A browser on the controller's pages. */
    public class WebClient extends org.htmlunit.WebClient {
        private static final long serialVersionUID = 1L;

        public WebClient() {}

        public WebClient login(String username) throws Exception {
            return login(username, username);
        }

        /** Signs in with the login form. */
        public WebClient login(String username, String password) throws Exception {
            WebRequest request = new WebRequest(Browsing.url(getURL(), "j_spring_security_check"), HttpMethod.POST);
            request.setRequestParameters(
                    List.of(new NameValuePair("j_username", username), new NameValuePair("j_password", password)));
            getPage(request);
            return this;
        }

        public WebClient withBasicCredentials(String login, String passwordOrToken) {
            addRequestHeader("Authorization", Browsing.basic(login, passwordOrToken));
            return this;
        }

        public WebClient withBasicApiToken(User user) {
            return withBasicCredentials(user.getId(), createApiToken(user));
        }

        public WebClient withBasicApiToken(String userId) {
            return withBasicApiToken(User.getById(userId, true));
        }

        public boolean isThrowExceptionOnFailingStatusCode() {
            return getOptions().isThrowExceptionOnFailingStatusCode();
        }

        public void setThrowExceptionOnFailingStatusCode(boolean enabled) {
            getOptions().setThrowExceptionOnFailingStatusCode(enabled);
        }

        public WebClient withThrowExceptionOnFailingStatusCode(boolean enabled) {
            setThrowExceptionOnFailingStatusCode(enabled);
            return this;
        }

        public WebClient withJavaScriptEnabled(boolean enabled) {
            getOptions().setJavaScriptEnabled(enabled);
            return this;
        }

        public HtmlPage goTo(String relative) throws IOException, SAXException {
            return (HtmlPage) goTo(relative, "text/html");
        }

        /** The page; an answer of another type than this is an AssertionError. */
        public Page goTo(String relative, String expectedContentType) throws IOException, SAXException {
            Page page = getPage(Browsing.url(getURL(), relative));
            if (expectedContentType != null) {
                assertEquals(expectedContentType, page.getWebResponse().getContentType(), relative);
            }
            return page;
        }

        public HtmlPage getPage(Run<?, ?> run) throws IOException, SAXException {
            return getPage(run, "");
        }

        public HtmlPage getPage(Run<?, ?> run, String relative) throws IOException, SAXException {
            return goTo(Browsing.path(run, relative));
        }

        public HtmlPage getPage(Item item) throws IOException, SAXException {
            return getPage(item, "");
        }

        public HtmlPage getPage(Item item, String relative) throws IOException, SAXException {
            return goTo(Browsing.path(item, relative));
        }

        /** Expects a failure with this status. */
        public void assertFails(String url, int statusCode) throws Exception {
            boolean before = isThrowExceptionOnFailingStatusCode();
            setThrowExceptionOnFailingStatusCode(false);
            try {
                Page page = getPage(Browsing.url(getURL(), url));
                assertEquals(statusCode, page.getWebResponse().getStatusCode(), url);
            } finally {
                setThrowExceptionOnFailingStatusCode(before);
            }
        }

        public WebRequest addCrumb(WebRequest request) {
            try {
                return Browsing.withCrumb(this, getURL(), request);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
