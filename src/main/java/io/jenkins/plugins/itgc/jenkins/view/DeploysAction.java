package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import hudson.model.RootAction;
import hudson.security.Permission;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/** The page "Deploys" of the controller, with its JSON interface and its feeds. */
@Extension
public class DeploysAction implements RootAction, StaplerProxy {
    private static final Permission NEEDED = ItgcPermissions.VIEW;

    @Override
    public String getIconFileName() {
        return Jenkins.get().hasPermission(NEEDED) ? "symbol-details" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.DeploysAction_displayName();
    }

    @Override
    public String getUrlName() {
        return "deploys";
    }

    /** Nobody gets past here without the permission. */
    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(NEEDED);
        return this;
    }

    /** What the page draws: the dashboard of all services and environments. */
    public Dashboard getDashboard() {
        return Dashboard.of("", "");
    }

    /** The JSON interface, at {@code api}. */
    public DashboardApi getApi() {
        return new DashboardApi();
    }

    /**
     * The newest deploys as an Atom feed. Parameters, each optional: {@code service}, {@code environment}, {@code
     * person}, {@code ticket}, {@code text}, {@code result}, {@code from}, {@code to}, {@code before}. 400 when one
     * cannot be read, 503 when the ledger cannot.
     */
    @GET
    @WebMethod(name = "feed.atom")
    public HttpResponse doAtom(StaplerRequest2 request) {
        return DashboardApi.answer(view -> Feed.atom(
                root(), view.projection().deploys().find(new Query(request).filter(), view.scope(), Feed.LIMIT)));
    }

    /** The newest deploys as an iCalendar feed, with the parameters and answers of {@link #doAtom}. */
    @GET
    @WebMethod(name = "deploys.ics")
    public HttpResponse doCalendar(StaplerRequest2 request) {
        return DashboardApi.answer(view -> Feed.calendar(
                root(), view.projection().deploys().find(new Query(request).filter(), view.scope(), Feed.LIMIT)));
    }

    /** The address of the controller, with a slash at its end. */
    private static String root() {
        String url = Jenkins.get().getRootUrl();
        return url == null ? "/" : url;
    }
}
