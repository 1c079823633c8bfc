package io.jenkins.plugins.itgc.jenkins.view;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.Permission;
import io.jenkins.plugins.itgc.ledger.projection.Jobs;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.util.List;
import jenkins.model.Jenkins;
import org.springframework.security.access.AccessDeniedException;

/** Who asks, and what they may see. */
final class Reader {
    private Reader() {}

    /** The user id; null for somebody who has not logged in. */
    static String id() {
        User user = User.current();
        return user == null ? null : user.getId();
    }

    static boolean may(Permission permission) {
        return Jenkins.get().hasPermission(permission);
    }

    /**
     * The jobs that may be read. History outlives its jobs: what a job did that is gone is for those who may export, who
     * answer for the whole.
     */
    static Scope scope(Projection projection) {
        boolean answersForAll = may(ItgcPermissions.EXPORT);
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

    /** The path of a build below the controller's root; null when it is gone or may not be read. */
    static String pathOf(String build) {
        Run<?, ?> run = run(build);
        return run == null ? null : run.getUrl();
    }

    /** Whether a build still runs. */
    static boolean running(String build) {
        Run<?, ?> run = run(build);
        return run != null && run.isBuilding();
    }

    private static Run<?, ?> run(String build) {
        try {
            return build.indexOf('#') > 0 ? Run.fromExternalizableId(build) : null;
        } catch (IllegalArgumentException | AccessDeniedException e) {
            return null;
        }
    }
}
