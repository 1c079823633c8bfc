package hudson.model;

import hudson.ExtensionPoint;
import hudson.Util;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collection;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A tab on the front page. */
public abstract class View implements AccessControlled, Describable<View>, ExtensionPoint, Saveable {
    protected String name;

    protected View(String name) {
        this.name = name;
    }

    public abstract Collection<TopLevelItem> getItems();

    public abstract boolean contains(TopLevelItem item);

    public String getViewName() {
        return name;
    }

    public String getDisplayName() {
        return getViewName();
    }

    /** The path below the context path, with a slash at the end. */
    public String getUrl() {
        return "view/" + Util.rawEncode(name) + "/";
    }

    @Override
    public ViewDescriptor getDescriptor() {
        return (ViewDescriptor) Jenkins.get().getDescriptorOrDie(getClass());
    }

    @Override
    public ACL getACL() {
        return Jenkins.get().getACL();
    }

    /** Takes what stands in the form of this kind of view. */
    protected void submit(StaplerRequest2 request) throws IOException, ServletException, Descriptor.FormException {
        throw new AbstractMethodError("submit of " + getClass().getName());
    }

    public Item doCreateItem(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        throw new AbstractMethodError("doCreateItem of " + getClass().getName());
    }

    @Override
    public void save() throws IOException {}
}
