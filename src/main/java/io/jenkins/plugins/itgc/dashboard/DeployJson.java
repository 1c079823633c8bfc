package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.MessageBody;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deploy as the pages get it.
 *
 * @param buildPath path of its build below the controller's root; null when that is gone or hidden
 * @param compareUrl where the code host shows what is new; null when that cannot be told
 */
public record DeployJson(
        long id,
        String service,
        String environment,
        String repository,
        String commit,
        @Nullable String previous,
        @Nullable String compareUrl,
        boolean rollback,
        String build,
        @Nullable String buildPath,
        @Nullable String startedBy,
        Instant requestedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String result,
        @Nullable String reason,
        boolean failed,
        @Nullable Long undoneBy,
        @Nullable Long leadMillis,
        @Nullable String leadFrom,
        List<PullRequest> pullRequests,
        List<Ticket> tickets) {
    /** A pull request that a deploy carries; {@code url} can be opened or is null. */
    public record PullRequest(
            int number,
            String title,
            @Nullable String url,
            @Nullable String author,
            @Nullable String mergedBy) {
        private static PullRequest of(DeployedPullRequest carried) {
            return new PullRequest(
                    carried.number(), carried.title(), Links.safe(carried.url()), carried.author(), carried.mergedBy());
        }
    }

    /** A ticket of what a deploy carries; {@code url} can be opened or is null. */
    public record Ticket(
            String key, @Nullable String url, @Nullable String title) {
        private static Ticket of(DeployedTicket ticket) {
            return new Ticket(ticket.key(), Links.safe(ticket.url()), ticket.title());
        }
    }

    /** @param reader who will see it */
    public static DeployJson of(Deploy deploy, Reader reader) {
        List<PullRequest> pullRequests =
                deploy.body().pullRequests().stream().map(PullRequest::of).toList();
        return new DeployJson(
                deploy.id(),
                deploy.service(),
                deploy.environment(),
                deploy.repository(),
                deploy.commit(),
                deploy.previous(),
                compare(deploy, pullRequests),
                deploy.rollback(),
                deploy.build(),
                reader.pathOf(deploy.build()),
                deploy.startedBy(),
                deploy.requestedAt(),
                deploy.startedAt(),
                deploy.finishedAt(),
                deploy.result(),
                reason(deploy, reader.locale()),
                deploy.failed(),
                deploy.undoneBy(),
                deploy.leadMillis(),
                deploy.leadFrom(),
                pullRequests,
                deploy.body().tickets().stream().map(Ticket::of).toList());
    }

    /** The newest entry gives the reason, unless an earlier one did. */
    private static @Nullable String reason(Deploy deploy, Locale locale) {
        String english = deploy.reason();
        return english == null || !english.equals(deploy.body().reason())
                ? english
                : MessageBody.in(locale, deploy.body().said(), english);
    }

    /** Pull requests say where the repository is; comparing is offered beside them. */
    private static @Nullable String compare(Deploy deploy, List<PullRequest> pullRequests) {
        String path = "/" + deploy.repository() + "/";
        for (PullRequest pullRequest : pullRequests) {
            String url = Objects.requireNonNullElse(pullRequest.url, "");
            int at = url.indexOf(path);
            if (at > 0 && isCommit(deploy.previous()) && isCommit(deploy.commit())) {
                String repository = url.substring(0, at + path.length());
                return repository + "compare/" + deploy.previous() + "..." + deploy.commit();
            }
        }
        return null;
    }

    private static boolean isCommit(@Nullable String text) {
        return text != null && text.matches("[0-9a-f]{40}([0-9a-f]{24})?");
    }
}
