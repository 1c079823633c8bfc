package io.jenkins.plugins.itgc.connect.jira;

import io.jenkins.plugins.itgc.connect.TicketTrackers;
import io.jenkins.plugins.itgc.connect.http.Json;
import io.jenkins.plugins.itgc.connect.http.Rest;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.review.policy.Tracker;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads who is in a group of Jira. */
final class JiraGroup {
    private static final int PAGE = 50;
    private static final int LIMIT = 2000;

    private final Rest rest;
    private final String api;

    JiraGroup(Rest rest, String api) {
        this.rest = rest;
        this.api = api;
    }

    /**
     * Account ids (Cloud) or user keys (Data Center) of the active members of the managers' group.
     *
     * @throws EvidenceUnavailable also when there is no such group: that nobody is in it would be told of people
     */
    Set<String> members(Tracker tracker) throws EvidenceUnavailable, InterruptedException {
        String group = tracker.managersGroup();
        Set<String> members = new HashSet<>();
        boolean last = false;
        for (int from = 0; !last; from += PAGE) {
            if (from >= LIMIT) {
                throw rest.cutShort(Message.of("connect.part.group", group, LIMIT));
            }
            Page page = rest.find(path(group, from), "the group " + group, Page::of)
                    .orElseThrow(() -> TicketTrackers.noGroup(rest, tracker));
            members.addAll(page.members());
            last = page.last();
        }
        return members;
    }

    private String path(String group, int from) {
        return api + "/group/member?groupname=" + URLEncoder.encode(group, StandardCharsets.UTF_8) + "&maxResults="
                + PAGE + "&startAt=" + from;
    }

    private record Page(List<String> members, boolean last) {
        static Page of(Json json) {
            List<Json> values = json.list("values");
            return new Page(values.stream().map(JiraUser::id).toList(), json.flag("isLast") || values.isEmpty());
        }
    }
}
