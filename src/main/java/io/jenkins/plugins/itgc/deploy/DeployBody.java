package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.util.List;

/** How a deploy is written into the ledger. */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeployBody(
        String deploy,
        String service,
        String environment,
        String repository,
        String commit,
        String tree,
        String previous,
        boolean rollback,
        String build,
        String node,
        String buildUrl,
        String startedBy,
        List<DeployNews.PullRequest> pullRequests,
        List<DeployNews.Ticket> tickets,
        List<DeployNews.GatePass> gates,
        String reason) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Draft draft(DeployNews news, String node) {
        DeployBody body = new DeployBody(
                news.deploy(),
                news.target().service(),
                news.target().environment(),
                news.repository(),
                news.commit(),
                news.tree(),
                news.previous(),
                news.rollback(),
                news.build(),
                node,
                news.buildUrl(),
                news.startedBy(),
                news.pullRequests(),
                news.tickets(),
                news.gates(),
                news.reason());
        return new Draft(news.state().kind(), news.target().subject(), "build " + news.build(), body);
    }

    /** @throws LedgerFailure when the entry is not one of a deploy */
    static DeployBody of(Entry entry) {
        try {
            DeployBody body = JSON.readValue(entry.body(), DeployBody.class);
            if (body.service == null || body.environment == null) {
                throw new LedgerFailure(unreadable(entry), null);
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new LedgerFailure(unreadable(entry), e);
        }
    }

    private static String unreadable(Entry entry) {
        return "Entry " + entry.sequence() + " of the ledger does not tell of a deploy; ask an administrator to verify it.";
    }

    DeployNews news(Entry entry) {
        DeployState state = DeployState.ofKind(entry.kind()).orElseThrow();
        String id = state == DeployState.REQUESTED ? Long.toString(entry.sequence()) : deploy;
        return new DeployNews(
                id,
                state,
                new DeployTarget(service, environment),
                repository,
                commit,
                tree,
                previous,
                rollback,
                build,
                buildUrl,
                startedBy,
                orEmpty(pullRequests),
                orEmpty(tickets),
                orEmpty(gates),
                reason,
                entry.at());
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
