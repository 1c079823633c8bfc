package io.jenkins.plugins.itgc.testbed.controller;

import hudson.Extension;
import hudson.Util;
import jenkins.model.GlobalConfiguration;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundSetter;

/** Where people find the controller, as the configuration file says it. */
@Extension
@Symbol("location")
public final class Location extends GlobalConfiguration {
    private String url;
    private String adminAddress;

    /** Reads what was saved before. */
    public Location() {
        load();
    }

    /** The root URL with a slash at the end, or null. */
    public String getUrl() {
        return url;
    }

    /** Changes the root URL. */
    @DataBoundSetter
    public void setUrl(String value) {
        url = Util.ensureEndsWith(Util.fixEmptyAndTrim(value), "/");
        save();
    }

    /** The mail address of the administrators, or null. */
    public String getAdminAddress() {
        return adminAddress;
    }

    /** Changes the mail address. */
    @DataBoundSetter
    public void setAdminAddress(String value) {
        adminAddress = Util.fixEmptyAndTrim(value);
        save();
    }
}
