package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.connect.calendar.IcsWriter;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Deploys as a calendar (RFC 5545), in UTC. */
final class CalendarFeed {
    private CalendarFeed() {}

    static String of(String root, List<Deploy> deploys) {
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
                Feed.title(deploy),
                deploy.body().pullRequests().stream()
                        .map(pullRequest -> "#" + pullRequest.number() + " " + pullRequest.title())
                        .collect(Collectors.joining("\n")),
                Feed.link(root, deploy));
    }
}
