package io.jenkins.plugins.itgc.ledger.bundle;

import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.DeployedPullRequest;
import io.jenkins.plugins.itgc.ledger.event.DeployedTicket;
import io.jenkins.plugins.itgc.ledger.event.DeploymentBody;
import io.jenkins.plugins.itgc.ledger.event.Event;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.fold.DeployFold;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The population: every deploy once, in the order in which they ended; those that did not end come last. What comes after
 * its end changes nothing, as {@link DeployFold} says.
 */
final class DeployTable implements Table {
    private final Map<Long, DeployFold> open = new LinkedHashMap<>();
    private final Set<Long> ended = new HashSet<>();

    @Override
    public List<String> columns() {
        return List.of(
                "deploy",
                "service",
                "environment",
                "result",
                "rollback",
                "requested",
                "started",
                "finished",
                "repository",
                "commit",
                "tree",
                "previous commit",
                "pull requests",
                "authors",
                "tickets",
                "started by",
                "build",
                "gates passed",
                "reason",
                "entry",
                "entry hash");
    }

    @Override
    public List<List<Object>> rows(Recorded<Event> recorded) {
        if (!(recorded.event() instanceof DeployEvent.Progress progress)) {
            return List.of();
        }
        Recorded<DeployEvent.Progress> next = new Recorded<>(recorded.entry(), progress);
        long id = DeployFold.idOf(next);
        if (ended.contains(id)) {
            return List.of();
        }
        DeployFold now = DeployFold.next(open.get(id), next);
        if (!now.state().ended()) {
            open.put(id, now);
            return List.of();
        }
        open.remove(id);
        ended.add(id);
        return List.of(row(now));
    }

    @Override
    public List<List<Object>> rest() {
        return open.values().stream().map(DeployTable::row).toList();
    }

    private static List<Object> row(DeployFold deploy) {
        DeploymentBody body = deploy.body();
        return Arrays.asList(
                deploy.id(),
                body.service(),
                body.environment(),
                deploy.state().word(),
                body.rollback() ? "yes" : "no",
                deploy.requestedAt(),
                deploy.startedAt(),
                deploy.finishedAt(),
                body.repository(),
                body.commit(),
                body.tree(),
                body.previous(),
                list(body.pullRequests(), carried -> String.valueOf(carried.number())),
                list(body.pullRequests(), DeployedPullRequest::author),
                list(body.tickets(), DeployedTicket::key),
                body.startedBy(),
                body.build(),
                list(body.gates(), DeploymentBody.GatePass::gate),
                body.reason(),
                deploy.newest().sequence(),
                deploy.newest().entry().hash());
    }

    private static <T> String list(List<T> all, Function<T, String> text) {
        return all.stream().map(text).map(String::valueOf).distinct().collect(Collectors.joining(" "));
    }
}
