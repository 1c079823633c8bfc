package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.Item;
import hudson.model.ModifiableItemGroup;
import hudson.model.TopLevelItem;
import hudson.model.View;
import hudson.model.ViewDescriptor;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** The dashboard as a tab of Jenkins or of a folder, for all deploys or for those of a team. */
public class DeploysView extends View {
    private String service = "";
    private String environment = "";

    /** @param name of the tab */
    @DataBoundConstructor
    public DeploysView(String name) {
        super(name);
    }

    /** The only service that the tab begins with; empty for all. */
    public String getService() {
        return service;
    }

    /** @param service the only service that the tab begins with; empty for all */
    @DataBoundSetter
    public void setService(String service) {
        this.service = service == null ? "" : service.strip();
    }

    /** The only environment that the tab begins with; empty for all. */
    public String getEnvironment() {
        return environment;
    }

    /** @param environment the only environment that the tab begins with; empty for all */
    @DataBoundSetter
    public void setEnvironment(String environment) {
        this.environment = environment == null ? "" : environment.strip();
    }

    /** What the tab draws, for its service and environment. */
    public Dashboard getDashboard() {
        return Dashboard.of(service, environment);
    }

    /** It shows deploys, not jobs. */
    @Override
    public Collection<TopLevelItem> getItems() {
        return List.of();
    }

    @Override
    public boolean contains(TopLevelItem item) {
        return false;
    }

    @Override
    protected void submit(StaplerRequest2 request) {
        setService(request.getParameter("_.service"));
        setEnvironment(request.getParameter("_.environment"));
    }

    /** Jobs that are made here stand in the folder that the tab belongs to; that checks the permission. */
    @Override
    public Item doCreateItem(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        ModifiableItemGroup<?> folder = request.findAncestorObject(ModifiableItemGroup.class);
        if (folder == null) {
            throw HttpResponses.notFound();
        }
        return folder.doCreateItem(request, response);
    }

    /** Describes the tab to whoever makes a new one. */
    @Extension
    @Symbol("itgcDeploys")
    public static final class DescriptorImpl extends ViewDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.DeploysView_displayName();
        }
    }
}
