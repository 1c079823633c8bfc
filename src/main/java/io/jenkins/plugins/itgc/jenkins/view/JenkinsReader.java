package io.jenkins.plugins.itgc.jenkins.view;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.itgc.dashboard.Reader;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.util.List;
import java.util.Locale;
import jenkins.model.Jenkins;
import org.jvnet.localizer.LocaleProvider;
import org.springframework.security.access.AccessDeniedException;

/** Who asks, as Jenkins knows them. */
final class JenkinsReader implements Reader {

    @Override
    public String id() {
        User user = User.current();
        return user == null ? null : user.getId();
    }

    @Override
    public boolean mayApprove() {
        return may(ItgcPermissions.APPROVE);
    }

    @Override
    public boolean mayExport() {
        return may(ItgcPermissions.EXPORT);
    }

    boolean mayHold() {
        return may(ItgcPermissions.HOLD);
    }

    private static boolean may(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    @Override
    public Locale locale() {
        return LocaleProvider.getLocale();
    }

    /**
     * {@inheritDoc} History outlives its jobs: what a job did that is gone is for those who may export, who
     * answer for the whole.
     */
    @Override
    public Scope scope(Projection projection) {
        boolean answersForAll = mayExport();
        List<Long> readable = projection.jobs().all().stream()
                .filter(job -> readable(job.name()) || (answersForAll && gone(job.name())))
                .map(Jobs.Job::id)
                .toList();
        return Scope.of(readable);
    }

    private static boolean readable(String job) {
        try {
            return Jenkins.get().getItemByFullName(job, Item.class) != null;
        } catch (AccessDeniedException e) {
            return false; // may be discovered, not read
        }
    }

    @SuppressWarnings("try") // the context is there to be closed
    private static boolean gone(String job) {
        try (ACLContext everybody = ACL.as2(ACL.SYSTEM2)) {
            return Jenkins.get().getItemByFullName(job, Item.class) == null;
        }
    }

    /**
     * {@inheritDoc} The build itself is not
     * looked at, since that would read it from disk for each line of a page.
     */
    @Override
    public String pathOf(String build) {
        int end = build.lastIndexOf('#');
        if (end < 1 || !build.substring(end + 1).matches("[0-9]{1,9}")) {
            return null;
        }
        try {
            Item job = Jenkins.get().getItemByFullName(build.substring(0, end), Item.class);
            return job == null ? null : job.getUrl() + build.substring(end + 1) + "/";
        } catch (AccessDeniedException e) {
            return null; // may be discovered, not read
        }
    }

    @Override
    public boolean running(String build) {
        try {
            Run<?, ?> run = build.indexOf('#') > 0 ? Run.fromExternalizableId(build) : null;
            return run != null && run.isBuilding();
        } catch (IllegalArgumentException | AccessDeniedException e) {
            return false;
        }
    }
}
