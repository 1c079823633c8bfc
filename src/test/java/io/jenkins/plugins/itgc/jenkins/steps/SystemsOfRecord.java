package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.IdentityEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.JiraTracker;
import io.jenkins.plugins.itgc.jenkins.config.TrackerAccount;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A GitHub and a Jira that know acme/orders#12, written by alice, approved by bob, with a ticket approved by mia. */
public final class SystemsOfRecord implements AutoCloseable {
    public static final String HEAD = "00000000000000000000000000000000c0de0001";
    private static final String REVIEWS = "/repos/acme/orders/pulls/12/reviews";
    private static final String STATUSES = "/repos/acme/orders/statuses/" + HEAD;

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private String pullRequest;

    public SystemsOfRecord() throws IOException {
        try (InputStream in = SystemsOfRecord.class.getResourceAsStream("pull-request.json")) {
            pullRequest = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        answer(okJson(pullRequest));
        server.stubFor(
                get(urlPathEqualTo("/repos/acme/orders/activity"))
                        .willReturn(
                                okJson(
                                        "[{\"activity_type\":\"push\",\"after\":\"" + HEAD
                                                + "\",\"timestamp\":\"2026-10-01T09:01:00Z\",\"actor\":{\"login\":\"alice\",\"type\":\"User\"}}]")));
        server.stubFor(post(urlEqualTo(REVIEWS)).willReturn(okJson("{\"id\": 1}")));
        server.stubFor(get(urlMatching("/jira/rest/api/3/issue/OPS-7\\?.*")).willReturn(okJson(issue())));
        server.stubFor(get(urlMatching("/jira/rest/api/3/group/member\\?.*"))
                .willReturn(okJson("{\"values\":[{\"accountId\":\"acc-mia\"}],\"isLast\":true}")));
    }

    private static String issue() {
        return "{\"fields\":{\"summary\":\"Faster\",\"status\":{\"name\":\"Approved\"},\"project\":{\"key\":\"OPS\"}},"
                + "\"changelog\":{\"total\":1,\"histories\":[{\"id\":\"1\",\"created\":\"2026-10-01T10:00:00.000+0000\","
                + "\"author\":{\"accountId\":\"acc-mia\",\"displayName\":\"Mia\",\"accountType\":\"atlassian\"},"
                + "\"items\":[{\"field\":\"status\",\"toString\":\"Approved\"}]}]}}";
    }

    /** The ticket is put into a status after it was approved; only acc-mia is a manager. */
    void moveTicket(String status, String account, String at) {
        String moved = issue().replace("\"status\":{\"name\":\"Approved\"}", "\"status\":{\"name\":\"" + status + "\"}")
                .replace("\"total\":1", "\"total\":2")
                .replace(
                        "}]}]}}",
                        "}]},{\"id\":\"2\",\"created\":\"" + at + "\",\"author\":{\"accountId\":\"" + account
                                + "\",\"displayName\":\"Somebody\",\"accountType\":\"atlassian\"},"
                                + "\"items\":[{\"field\":\"status\",\"toString\":\"" + status + "\"}]}]}}");
        server.stubFor(get(urlMatching("/jira/rest/api/3/issue/OPS-7\\?.*")).willReturn(okJson(moved)));
    }

    /** What GitHub answers to the query for the pull request from now on. */
    public void answer(ResponseDefinitionBuilder response) {
        server.stubFor(post(urlEqualTo("/graphql")).willReturn(response));
    }

    /** The same pull request with one text replaced. */
    public void change(String from, String to) {
        if (!pullRequest.contains(from)) {
            throw new IllegalArgumentException("The pull request does not hold " + from);
        }
        pullRequest = pullRequest.replace(from, to);
        answer(okJson(pullRequest));
    }

    /** The pull request as it was described last, after a failure. */
    public void recover() {
        answer(okJson(pullRequest));
    }

    /** Master stands at this commit. */
    void branchStandsAt(String commit) {
        says("/repos/acme/orders/git/ref/heads/master", "{\"object\":{\"sha\":\"" + commit + "\"}}");
    }

    /** Master has gone on from this commit, by one more. */
    public void branchLeftBehind(String commit) {
        branchWentOn(commit, commit);
    }

    /** Master was rewritten, so that it never stood at this commit. */
    void branchLost(String commit) {
        branchWentOn(commit, "e".repeat(40));
    }

    private void branchWentOn(String since, String from) {
        String tip = "f".repeat(40);
        branchStandsAt(tip);
        says(
                "/repos/acme/orders/compare/" + since + "..." + tip,
                "{\"commits\":[{\"sha\":\"" + tip + "\",\"parents\":[{\"sha\":\"" + from + "\"}]}]}");
    }

    /** What one of them answers to a question from now on. */
    public void says(String path, String json) {
        server.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    /** GitHub does not know any commit of master any more. */
    void forgetComparisons() {
        branchStandsAt("f".repeat(40));
        server.stubFor(get(urlMatching("/repos/acme/orders/compare/.*"))
                .willReturn(aResponse().withStatus(404).withBody("{\"message\":\"Not Found\"}")));
    }

    /** Bodies of the reviews that were submitted. */
    public List<String> submittedReviews() {
        return server.findAll(postRequestedFor(urlEqualTo(REVIEWS))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** How the gates' own account votes, and for which commit, where the pull request is asked about by itself. */
    public void votes(String state, String commit) {
        String review = "{\"state\":\"" + state
                + "\",\"author\":{\"__typename\":\"Bot\",\"login\":\"itgc-bot\"},\"commit\":{\"oid\":\"" + commit
                + "\"}}";
        server.stubFor(post(urlEqualTo("/graphql"))
                .withRequestBody(containing("query StandingVote"))
                .atPriority(1)
                .willReturn(
                        okJson("{\"data\":{\"viewer\":{\"login\":\"itgc-bot[bot]\"},\"repository\":{\"pullRequest\":{"
                                + "\"state\":\"OPEN\",\"headRefOid\":\"" + HEAD
                                + "\",\"latestOpinionatedReviews\":{\"pageInfo\":"
                                + "{\"hasNextPage\":false},\"nodes\":[" + review + "]}}}}}")));
    }

    /** What one of them answers to any question for the ticket from now on. */
    public void ticket(ResponseDefinitionBuilder response) {
        server.stubFor(get(urlMatching("/jira/rest/api/3/issue/OPS-7\\?.*")).willReturn(response));
    }

    /** The statuses of the head as they stand, newest first. */
    void statuses(String json) {
        says("/repos/acme/orders/commits/" + HEAD + "/statuses", json);
        server.stubFor(
                post(urlEqualTo(STATUSES)).willReturn(okJson("{\"id\": 1}").withStatus(201)));
    }

    /** Reviews are refused from now on, as of the bot's own pull requests. */
    void takesNoReview() {
        server.stubFor(post(urlEqualTo(REVIEWS)).willReturn(aResponse().withStatus(422)));
    }

    /** Bodies of the statuses that were put on the head. */
    List<String> putStatuses() {
        return server.findAll(postRequestedFor(urlEqualTo(STATUSES))).stream()
                .map(LoggedRequest::getBodyAsString)
                .toList();
    }

    /** Where all of them are. */
    public String address() {
        return server.baseUrl();
    }

    /** How often the pull request was read. */
    int reads() {
        return server.findAll(postRequestedFor(urlEqualTo("/graphql"))).size();
    }

    /** Tells the controller where these systems are and what the rules are. */
    public void configure() {
        ItgcConfiguration configuration = ItgcConfiguration.get();
        GitHubEntry gitHub = new GitHubEntry();
        gitHub.setApiUri(server.baseUrl());
        configuration.setGitHub(gitHub);
        JiraTracker jira = new JiraTracker("jira");
        jira.setUrl(server.baseUrl() + "/jira");
        jira.setProjects("OPS, PAY");
        jira.setApprovedStatuses("Approved");
        jira.setManagersGroup("release-managers");
        configuration.setTrackers(List.of(jira));
        configuration.setEnvironments(List.of(new EnvironmentEntry("production")));
        IdentityEntry mia = new IdentityEntry("mia");
        mia.setAccounts(List.of(new TrackerAccount("jira", "acc-mia")));
        configuration.setIdentities(List.of(mia));
    }

    @Override
    public void close() {
        server.stop();
    }
}
