package io.jenkins.plugins.itgc.connect.github;

import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.deploy.Announcer;
import io.jenkins.plugins.itgc.deploy.DeployDone;
import io.jenkins.plugins.itgc.deploy.DeployNews;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.ledger.fold.DeployState;
import java.util.List;
import java.util.Map;

/** Says on each carried pull request that it was deployed. */
public final class GitHubDeployComments implements Announcer {
    private static final int MOST_PAGES = 30;

    private final GitHubApi api;

    GitHubDeployComments(GitHubApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return "github-comments";
    }

    @Override
    public boolean wants(DeployState state) {
        return state == DeployState.SUCCEEDED;
    }

    @Override
    public Announced announce(DeployNews news) throws EvidenceUnavailable, InterruptedException {
        int written = 0;
        for (DeployNews.PullRequest pullRequest : news.pullRequests()) {
            written += comment(news, pullRequest.number());
        }
        return Announced.onPullRequests(written, news.pullRequests().size());
    }

    private int comment(DeployNews news, int number) throws EvidenceUnavailable, InterruptedException {
        String path = "/repos/" + news.repository() + "/issues/" + number + "/comments";
        String marker = "<!-- itgc-deploy-gates " + DeployDone.mark(news) + " -->";
        List<Json> told =
                api.list(path + "?per_page=100", "comments of #" + number, MOST_PAGES, page -> page.asList().stream()
                        .filter(comment ->
                                comment.optionalText("body").orElse("").contains(marker))
                        .toList());
        if (!told.isEmpty()) {
            return 0;
        }
        api.write("POST", path, "a comment on #" + number, Map.of("body", marker + "\n" + text(news)));
        return 1;
    }

    private static String text(DeployNews news) {
        String sentence = Markdown.escaped(DeployDone.sentence(news));
        return news.buildUrl() == null ? sentence : sentence + " " + Markdown.link("Build", news.buildUrl());
    }
}
