package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.Util;
import hudson.model.Action;
import hudson.model.Item;
import hudson.model.Job;
import hudson.model.Run;
import hudson.model.User;
import io.jenkins.plugins.itgc.testbed.controller.jelly.JellyPage;
import io.jenkins.plugins.itgc.testbed.controller.jelly.Surroundings;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import io.jenkins.plugins.itgc.testbed.controller.store.Builds;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jvnet.localizer.LocaleProvider;

/** The controller's own pages; all that comes from outside is escaped. */
final class Pages {
    private final HttpServletRequest request;
    private final String base;

    private Pages(HttpServletRequest request) {
        this.request = request;
        this.base = request.getContextPath();
    }

    static Pages of(HttpServletRequest request) {
        return new Pages(request);
    }

    String root() {
        List<Item> jobs = List.copyOf(Jenkins.get().getItems());
        String message = Jenkins.get().getSystemMessage();
        return page(
                "Dashboard",
                (message.isEmpty() ? "" : "<p class=\"message\">" + e(message) + "</p>")
                        + links(Jenkins.get().getActions(), base + "/")
                        + viewLinks()
                        + "<h2>Jobs</h2>"
                        + jobTable(jobs));
    }

    private String viewLinks() {
        String links = Jenkins.get().getViews().stream()
                .map(view -> "<li>" + link(view.getUrl(), view.getDisplayName()) + "</li>")
                .collect(Collectors.joining());
        return links.isEmpty() ? "" : "<ul class=\"actions\">" + links + "</ul>";
    }

    private String jobTable(List<? extends Item> jobs) {
        if (jobs.isEmpty()) {
            return "<p>No jobs yet.</p>";
        }
        return "<table><thead><tr><th>Job</th><th>Last build</th></tr></thead><tbody>"
                + jobs.stream().map(this::jobRow).collect(Collectors.joining())
                + "</tbody></table>";
    }

    private String jobRow(Item item) {
        Run<?, ?> last = item instanceof Job<?, ?> job ? job.getLastBuild() : null;
        return "<tr><td>" + link(item.getUrl(), item.getFullDisplayName()) + "</td><td>"
                + (last == null ? "" : link(last.getUrl(), last.getDisplayName()) + " " + status(last))
                + "</td></tr>";
    }

    String folder(MultibranchFolder folder) {
        return page(
                folder.getFullDisplayName(),
                (folder.hasPermission(Item.BUILD) ? post(folder.getUrl() + "build", "Scan now") : "")
                        + "<h2>Branches and pull requests</h2>"
                        + jobTable(List.copyOf(folder.getItems())));
    }

    String job(WorkflowJob job) {
        String rows = Builds.of(job).all().values().stream().map(this::buildRow).collect(Collectors.joining());
        return page(
                job.getFullDisplayName(),
                links(job.getAllActions(), base + "/" + job.getUrl())
                        + (job.hasPermission(Item.BUILD) ? post(job.getUrl() + "build", "Build now") : "")
                        + "<h2>Builds</h2>"
                        + (rows.isEmpty() ? "<p>No builds yet.</p>" : "<table><tbody>" + rows + "</tbody></table>"));
    }

    private String buildRow(Run<?, ?> run) {
        return "<tr><td>" + link(run.getUrl(), run.getDisplayName()) + "</td><td>" + status(run) + "</td><td>"
                + Instant.ofEpochMilli(run.getTimeInMillis()) + "</td></tr>";
    }

    String build(Run<?, ?> run) {
        String causes = run.getCauses().stream()
                .map(c -> "<li>" + e(c.getShortDescription()) + "</li>")
                .collect(Collectors.joining());
        return page(
                run.getFullDisplayName(),
                "<p>" + status(run) + " since "
                        + Instant.ofEpochMilli(run.getTimeInMillis()) + "</p><ul>" + causes + "</ul>"
                        + (run.getDescription() == null ? "" : "<p>" + e(run.getDescription()) + "</p>")
                        + "<p>" + link(run.getUrl() + "console", "Console output") + "</p>"
                        + links(run.getAllActions(), base + "/" + run.getUrl())
                        + InputForms.of(run, this)
                        + stop(run));
    }

    private String stop(Run<?, ?> run) {
        return run.isBuilding() && run.hasPermission(Item.CANCEL) ? post(run.getUrl() + "stop", "Abort") : "";
    }

    String console(Run<?, ?> run) {
        return page(
                "Console output of " + run.getFullDisplayName(),
                "<p>" + link(run.getUrl(), "Build") + " · "
                        + link(run.getUrl() + "consoleText", "Plain text") + "</p>"
                        + "<pre class=\"console\" data-log=\""
                        + e(base + "/" + run.getUrl() + "logText/progressiveHtml")
                        + "\"></pre>" + stop(run)
                        + "<script src=\"" + e(base) + "/static/console.js\" defer></script>");
    }

    String login(boolean failed) {
        String from = request.getParameter("from");
        return page(
                "Sign in",
                (failed ? "<p class=\"error\">Invalid username or password</p>" : "")
                        + "<form method=\"post\" action=\"" + e(base) + "/j_spring_security_check\" class=\"login\">"
                        + "<label>Username <input name=\"j_username\" autocomplete=\"username\" autofocus></label>"
                        + "<label>Password <input name=\"j_password\" type=\"password\" autocomplete=\"current-password\"></label>"
                        + "<input type=\"hidden\" name=\"from\" value=\"" + e(from == null ? "/" : from) + "\">"
                        + "<button>Sign in</button></form>");
    }

    String error(String status, String message) {
        return page("Error " + status, "<p class=\"error\">" + e(message) + "</p>");
    }

    private String links(List<? extends Action> actions, String at) {
        Predicate<Action> visible =
                a -> a.getIconFileName() != null && a.getUrlName() != null && a.getDisplayName() != null;
        String items = actions.stream()
                .filter(visible)
                .map(a -> "<li><a href=\"" + e(at + a.getUrlName()) + "\">" + e(a.getDisplayName()) + "</a></li>")
                .collect(Collectors.joining());
        return items.isEmpty() ? "" : "<ul class=\"actions\">" + items + "</ul>";
    }

    /** A form of one button. */
    String post(String path, String label) {
        return "<form method=\"post\" action=\"" + e(base + "/" + path) + "\"><input type=\"hidden\" name=\""
                + Crumbs.FIELD + "\" value=\"" + Crumbs.of(request) + "\"><button>" + e(label) + "</button></form>";
    }

    private String link(String path, String label) {
        return "<a href=\"" + e(base + "/" + path) + "\">" + e(label) + "</a>";
    }

    private static String status(Run<?, ?> run) {
        String word = run.isBuilding() ? "RUNNING" : String.valueOf(run.getResult());
        return "<span class=\"status " + e(word) + "\">" + e(word) + "</span>";
    }

    /** A page of a plugin in the controller's frame. */
    String plugin(JellyPage.Drawn drawn) {
        Surroundings around = drawn.around();
        return "<!DOCTYPE html><html lang=\"" + LocaleProvider.getLocale().getLanguage() + "\"><head data-rooturl=\""
                + e(base)
                + "\" data-crumb-header=\"" + e(around.crumbField()) + "\" data-crumb-value=\"" + e(around.crumb())
                + "\"><meta charset=\"utf-8\"><title>" + e(drawn.title()) + " - Jenkins testbed</title>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\">"
                + "<link rel=\"stylesheet\" href=\"" + e(base) + "/static/theme.css\"></head>"
                + "<body><header class=\"page-header\"><a href=\"" + e(base) + "/\">Jenkins testbed</a>" + account()
                + "</header><main id=\"main-panel\">" + drawn.body() + "</main></body></html>";
    }

    private String page(String title, String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + e(title)
                + " - Jenkins testbed</title><meta name=\"viewport\" content=\"width=device-width\">"
                + "<link rel=\"icon\" href=\"data:,\"><link rel=\"stylesheet\" href=\"" + e(base)
                + "/static/style.css\"></head>"
                + "<body data-context=\"" + e(base) + "\"><header><a href=\"" + e(base) + "/\">Jenkins testbed</a>"
                + account() + "</header><main><h1>" + e(title) + "</h1>" + body + "</main></body></html>";
    }

    private String account() {
        User user = User.current();
        if (user != null) {
            return "<span class=\"account\">" + e(user.getDisplayName()) + " · " + link("logout", "Sign out")
                    + "</span>";
        }
        return Jenkins.get().isUseSecurity() ? "<span class=\"account\">" + link("login", "Sign in") + "</span>" : "";
    }

    static String e(String text) {
        return Util.escape(text);
    }
}
