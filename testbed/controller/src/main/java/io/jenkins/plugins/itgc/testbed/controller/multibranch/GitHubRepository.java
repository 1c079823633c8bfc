package io.jenkins.plugins.itgc.testbed.controller.multibranch;

import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hudson.AbortException;
import hudson.ProxyConfiguration;
import hudson.Util;
import hudson.model.Item;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import jenkins.plugins.git.AbstractGitSCMSource.SCMRevisionImpl;
import jenkins.scm.api.SCMHead;
import jenkins.scm.api.SCMHeadOrigin;
import jenkins.scm.api.SCMRevision;
import jenkins.scm.api.mixin.ChangeRequestCheckoutStrategy;
import org.jenkinsci.plugins.github_branch_source.BranchSCMHead;
import org.jenkinsci.plugins.github_branch_source.Connector;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMHead;
import org.jenkinsci.plugins.github_branch_source.PullRequestSCMRevision;

/** Reads branches, pull requests and Jenkinsfiles over GitHub's REST API. */
final class GitHubRepository {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 100;

    private final GitHubSCMSource source;
    private final String token;

    GitHubRepository(GitHubSCMSource source, Item context) {
        this.source = source;
        StandardCredentials found = Connector.lookupScanCredentials(
                context, source.getApiUri(), source.getCredentialsId(), source.getRepoOwner());
        this.token = found instanceof StandardUsernamePasswordCredentials c
                ? c.getPassword().getPlainText()
                : null;
    }

    List<SCMRevision> revisions() throws IOException, InterruptedException {
        List<SCMRevision> all = new ArrayList<>();
        for (JsonNode branch : pages("/branches")) {
            String name = branch.path("name").asText();
            all.add(new SCMRevisionImpl(
                    new BranchSCMHead(name), branch.path("commit").path("sha").asText()));
        }
        for (JsonNode pull : pages("/pulls?state=open")) {
            all.add(pull(pull));
        }
        return all;
    }

    SCMRevision revisionOf(SCMHead head) throws IOException, InterruptedException {
        if (head instanceof PullRequestSCMHead pull) {
            return pull(get("/pulls/" + pull.getNumber()));
        }
        JsonNode branch = get("/branches/" + Util.rawEncode(head.getName()));
        return new SCMRevisionImpl(head, branch.path("commit").path("sha").asText());
    }

    private PullRequestSCMRevision pull(JsonNode pull) {
        int number = pull.path("number").asInt();
        JsonNode from = pull.path("head");
        String owner = from.path("repo").path("owner").path("login").asText(source.getRepoOwner());
        boolean own = owner.equalsIgnoreCase(source.getRepoOwner());
        PullRequestSCMHead head = new PullRequestSCMHead(
                "PR-" + number,
                owner,
                from.path("repo").path("name").asText(source.getRepository()),
                from.path("ref").asText(),
                number,
                new BranchSCMHead(pull.path("base").path("ref").asText()),
                own ? SCMHeadOrigin.DEFAULT : new SCMHeadOrigin.Fork(owner),
                ChangeRequestCheckoutStrategy.HEAD);
        return new PullRequestSCMRevision(
                head, pull.path("base").path("sha").asText(), from.path("sha").asText());
    }

    /** The text of the Jenkinsfile at a commit. */
    String jenkinsfile(String commit) throws IOException, InterruptedException {
        JsonNode file = get("/contents/Jenkinsfile?ref=" + commit);
        byte[] text = Base64.getMimeDecoder().decode(file.path("content").asText());
        return new String(text, StandardCharsets.UTF_8);
    }

    boolean hasJenkinsfile(String commit) throws IOException, InterruptedException {
        return send("/contents/Jenkinsfile?ref=" + commit).statusCode() == 200;
    }

    private List<JsonNode> pages(String path) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        char join = path.contains("?") ? '&' : '?';
        for (int page = 1; ; page++) {
            JsonNode list = get(path + join + "per_page=" + PAGE + "&page=" + page);
            list.forEach(all::add);
            if (list.size() < PAGE) {
                return all;
            }
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        if (answer.statusCode() != 200) {
            throw new AbortException("GitHub answered " + answer.statusCode() + " to " + path + " of "
                    + source.getRepoOwner() + "/" + source.getRepository());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        String base = source.getApiUri().replaceAll("/+$", "");
        URI uri = URI.create(base + "/repos/" + source.getRepoOwner() + "/" + source.getRepository() + path);
        HttpRequest.Builder request = ProxyConfiguration.newHttpRequestBuilder(uri)
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/vnd.github+json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return ProxyConfiguration.newHttpClientBuilder()
                .executor(ControllerRuntime.current().workers())
                .connectTimeout(Duration.ofSeconds(10))
                .build()
                .send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
