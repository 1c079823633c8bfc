package io.jenkins.plugins.itgc.testbed.controller.http;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.RootAction;
import hudson.model.UnprotectedRootAction;
import hudson.security.csrf.CrumbExclusion;
import hudson.util.FormValidation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import jenkins.model.GlobalConfiguration;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

@WithJenkins
@Timeout(60)
class DispatchTest {
    private final HttpClient client = HttpClient.newHttpClient();

    private java.net.http.HttpResponse<String> send(JenkinsRule jenkins, String method, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(jenkins.getURL() + path))
                .method(method, HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void findsWebMethodsPropertiesAndParameters(JenkinsRule jenkins) throws Exception {
        assertThat(send(jenkins, "GET", "desk/data?name=x").body()).isEqualTo("name x");
        assertThat(send(jenkins, "GET", "desk/some-name").body()).isEqualTo("renamed");
        assertThat(send(jenkins, "GET", "desk/drawer/label/").body()).isEqualTo("of the drawer");
        assertThat(send(jenkins, "GET", "desk/drawers/7/label").body()).isEqualTo("drawer 7");
        assertThat(send(jenkins, "GET", "desk/nothing").statusCode()).isEqualTo(404);
        assertThat(send(jenkins, "GET", "desk/class").statusCode()).isEqualTo(404);
    }

    @Test
    void answersTheRightVerbOnly(JenkinsRule jenkins) throws Exception {
        String token = jenkins.createApiToken(hudson.model.User.getById("ann", true));
        String basic = "Basic "
                + java.util.Base64.getEncoder()
                        .encodeToString(("ann:" + token).getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(send(jenkins, "GET", "desk/change").statusCode()).isEqualTo(404);
        assertThat(send(jenkins, "POST", "desk/change").statusCode()).isEqualTo(403);
        assertThat(send(jenkins, "POST", "desk/change", "Authorization", basic).body())
                .isEqualTo("changed");
        assertThat(send(jenkins, "POST", "desk/data", "Authorization", basic).statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsWebhooksThroughWithoutCrumbAndWithoutLogin(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy());

        assertThat(send(jenkins, "POST", "test-hook/").body()).isEqualTo("heard {}");
        assertThat(send(jenkins, "POST", "desk/change").statusCode()).isEqualTo(403);
        assertThat(send(jenkins, "GET", "desk/data").headers().firstValue("Location"))
                .hasValueSatisfying(l -> assertThat(l).contains("/login?from="));
    }

    @Test
    void guardsWholeObjectsWithTheirProxy(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(
                new MockAuthorizationStrategy().grant(Jenkins.READ).everywhere().toEveryone());

        assertThat(send(jenkins, "GET", "desk/data?name=x").statusCode()).isEqualTo(302);
    }

    @Test
    void checksFieldsOfDescriptors(JenkinsRule jenkins) throws Exception {
        String path = "descriptorByName/" + Settings.class.getName() + "/checkName?value=%3Cb%3E";

        assertThat(send(jenkins, "GET", path).body()).contains("class=\"error\"", "&lt;b&gt; is no name");
    }

    /** A page of a plugin. */
    @TestExtension
    public static final class Desk implements RootAction, StaplerProxy {
        /** Called at the start. */
        public Desk() {}

        @Override
        public String getIconFileName() {
            return "symbol-desk";
        }

        @Override
        public String getDisplayName() {
            return "Desk";
        }

        @Override
        public String getUrlName() {
            return "desk";
        }

        @Override
        public Object getTarget() {
            Jenkins.get().checkPermission(Item.BUILD);
            return this;
        }

        /** Some data. */
        @GET
        public HttpResponse doData(@QueryParameter String name) {
            return HttpResponses.text("name " + name);
        }

        /** Another name. */
        @WebMethod(name = "some-name")
        public HttpResponse doWhatever() {
            return HttpResponses.text("renamed");
        }

        /** A change. */
        @POST
        public HttpResponse doChange() {
            return HttpResponses.text("changed");
        }

        /** An inner object. */
        public Drawer getDrawer() {
            return new Drawer("of the drawer");
        }

        /** Many inner objects. */
        public Drawers getDrawers() {
            return new Drawers();
        }
    }

    /** Inner objects by name. */
    public static final class Drawers {
        /** The object of this name. */
        public Drawer getDynamic(String name) {
            return name.matches("[0-9]+") ? new Drawer("drawer " + name) : null;
        }
    }

    /** An inner object. */
    public static final class Drawer {
        private final String label;

        Drawer(String label) {
            this.label = label;
        }

        /** The label. */
        public HttpResponse doLabel() {
            return HttpResponses.text(label);
        }
    }

    /** A webhook. */
    @TestExtension
    public static final class Hook implements UnprotectedRootAction {
        /** Called at the start. */
        public Hook() {}

        @Override
        public String getIconFileName() {
            return null;
        }

        @Override
        public String getDisplayName() {
            return null;
        }

        @Override
        public String getUrlName() {
            return "test-hook";
        }

        /** Hears an event. */
        public HttpResponse doIndex(StaplerRequest2 request) throws IOException {
            return HttpResponses.text("heard " + request.getReader().readLine());
        }
    }

    /** Needs no crumb for the webhook. */
    @TestExtension
    public static final class HookExclusion extends CrumbExclusion {
        /** Called at the start. */
        public HookExclusion() {}

        @Override
        public boolean process(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            if (!"/test-hook/".equals(request.getPathInfo())) {
                return false;
            }
            chain.doFilter(request, response);
            return true;
        }
    }

    /** Settings with a check. */
    @Extension
    public static final class Settings extends GlobalConfiguration {
        /** Called at the start. */
        public Settings() {}

        /** Whether a name is fine. */
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormValidation.error(value + " is no name");
        }
    }
}
