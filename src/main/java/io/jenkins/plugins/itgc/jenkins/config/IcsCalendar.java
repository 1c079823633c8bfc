package io.jenkins.plugins.itgc.jenkins.config;

import hudson.Extension;
import hudson.util.FormValidation;
import io.jenkins.plugins.itgc.text.Words;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A calendar that is a file at an address. */
public class IcsCalendar extends CalendarEntry {
    private String url = "";

    /** @param name what other parts of the configuration call this calendar */
    @DataBoundConstructor
    public IcsCalendar(String name) {
        super(name);
    }

    @Override
    public String place() {
        return "itgcICalendar " + url;
    }

    @Override
    public boolean entersReleases() {
        return false;
    }

    /** Address of the file. */
    public String getUrl() {
        return url;
    }

    /** @param url address of the file */
    @DataBoundSetter
    public void setUrl(String url) {
        this.url = TrackerEntry.trimmed(url);
    }

    /** Describes the entry to forms and to configuration as code. */
    @Extension
    @Symbol("itgcICalendar")
    public static class DescriptorImpl extends CalendarDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.IcsCalendar_displayName();
        }

        /** Checks the field {@code url} while somebody fills the form in. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return Words.of(value).isEmpty() ? FormValidation.ok() : FormChecks.address(value);
        }
    }
}
