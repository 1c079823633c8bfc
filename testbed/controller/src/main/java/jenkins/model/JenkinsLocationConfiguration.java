package jenkins.model;

import hudson.Extension;
import hudson.Util;
import org.jenkinsci.Symbol;

/** Where people find the controller. */
@Extension
@Symbol("location")
public class JenkinsLocationConfiguration extends GlobalConfiguration {
    private String url;
    private String adminAddress;

    public JenkinsLocationConfiguration() {
        load();
    }

    public static JenkinsLocationConfiguration get() {
        return GlobalConfiguration.all().getInstance(JenkinsLocationConfiguration.class);
    }

    /** The root URL with a slash at the end, or null. */
    public String getUrl() {
        return url;
    }

    public void setUrl(String value) {
        url = Util.ensureEndsWith(Util.fixEmptyAndTrim(value), "/");
        save();
    }

    public String getAdminAddress() {
        return adminAddress;
    }

    public void setAdminAddress(String value) {
        adminAddress = Util.fixEmptyAndTrim(value);
        save();
    }
}
