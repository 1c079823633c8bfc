package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.connect.calendar.IcsWriter;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Deploys as a calendar (RFC 5545), in UTC. */
public final class CalendarFeed {
    private CalendarFeed() {}

    /** @param root address of the controller, with a slash at its end */
    public static String of(String root, List<Deploy> deploys) {
        return IcsWriter.text(
                "-//itgc-deploy-gates//deploys//EN",
                deploys.stream().map(deploy -> entry(root, deploy)).toList());
    }

    private static IcsWriter.Entry entry(String root, Deploy deploy) {
        Instant start = deploy.startedAt() == null ? deploy.requestedAt() : deploy.startedAt();
        Instant end = deploy.finishedAt() == null ? start : deploy.finishedAt();
        return new IcsWriter.Entry(
                "deploy-" + deploy.id() + "@" + Integer.toHexString(root.hashCode()) + ".itgc-deploy-gates",
                end,
                start,
                end,
                FeedEntry.title(deploy),
                deploy.body().pullRequests().stream()
                        .map(pullRequest -> "#" + pullRequest.number() + " " + pullRequest.title())
                        .collect(Collectors.joining("\n")),
                FeedEntry.link(root, deploy));
    }
}
