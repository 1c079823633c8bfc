package hudson.plugins.jira;

import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Job;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.regex.Pattern;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** A Jira server and how to speak to it. */
public class JiraSite extends AbstractDescribableImpl<JiraSite> {
    public static final Pattern DEFAULT_ISSUE_PATTERN =
            Pattern.compile("([a-zA-Z][a-zA-Z0-9_]+-[1-9][0-9]*)([^.]|\\.[^0-9]|\\.$|$)");
    public static final int DEFAULT_TIMEOUT = 10;
    public static final int DEFAULT_READ_TIMEOUT = 30;

    /** The server's address with a slash at the end. */
    public final URL url;

    public String credentialsId;
    public boolean useBearerAuth;
    public boolean useHTTPAuth;

    /** Seconds until a connection must stand. */
    public int timeout = DEFAULT_TIMEOUT;

    private int readTimeout = DEFAULT_READ_TIMEOUT;

    @DataBoundConstructor
    public JiraSite(String url) {
        try {
            this.url = URI.create(Util.ensureEndsWith(url, "/")).toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError(e);
        }
    }

    /** The site of a job, here always the only global one; else null. */
    public static JiraSite get(Job<?, ?> job) {
        List<JiraSite> sites = JiraGlobalConfiguration.get().getSites();
        return sites.size() == 1 ? sites.get(0) : null;
    }

    public static List<JiraSite> getJiraSites(Item item) {
        return JiraGlobalConfiguration.get().getSites();
    }

    public String getName() {
        return url.toExternalForm();
    }

    public URL getUrl() {
        return url;
    }

    public URL getUrl(String id) throws MalformedURLException {
        return URI.create(url + "browse/" + id.toUpperCase(java.util.Locale.ROOT))
                .toURL();
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(String credentialsId) {
        this.credentialsId = Util.fixEmptyAndTrim(credentialsId);
    }

    public boolean isUseBearerAuth() {
        return useBearerAuth;
    }

    @DataBoundSetter
    public void setUseBearerAuth(boolean useBearerAuth) {
        this.useBearerAuth = useBearerAuth;
    }

    public boolean isUseHTTPAuth() {
        return useHTTPAuth;
    }

    @DataBoundSetter
    public void setUseHTTPAuth(boolean useHTTPAuth) {
        this.useHTTPAuth = useHTTPAuth;
    }

    public int getTimeout() {
        return timeout;
    }

    @DataBoundSetter
    public void setTimeout(int seconds) {
        this.timeout = seconds;
    }

    public int getReadTimeout() {
        return readTimeout;
    }

    @DataBoundSetter
    public void setReadTimeout(int seconds) {
        this.readTimeout = seconds;
    }

    public Pattern getIssuePattern() {
        return DEFAULT_ISSUE_PATTERN;
    }

    /** Makes sites known. */
    @Extension
    public static class DescriptorImpl extends Descriptor<JiraSite> {
        public DescriptorImpl() {}
    }
}
