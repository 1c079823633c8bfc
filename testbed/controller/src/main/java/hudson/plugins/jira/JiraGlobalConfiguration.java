package hudson.plugins.jira;

import hudson.Extension;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import org.kohsuke.stapler.DataBoundSetter;

/** The Jira sites of the controller. */
@Extension
public class JiraGlobalConfiguration extends GlobalConfiguration {
    /** The sites in their order. */
    public List<JiraSite> sites = new ArrayList<>();

    public JiraGlobalConfiguration() {
        load();
    }

    public static JiraGlobalConfiguration get() {
        return GlobalConfiguration.all().getInstance(JiraGlobalConfiguration.class);
    }

    public List<JiraSite> getSites() {
        return sites;
    }

    @DataBoundSetter
    public void setSites(List<JiraSite> sites) {
        this.sites = new ArrayList<>(sites);
        save();
    }
}
