package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.dashboard.CalendarData;
import io.jenkins.plugins.itgc.dashboard.Planned;
import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.DeployFilter;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import io.jenkins.plugins.itgc.people.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody may read about deploys, as lines for Slack, a page at a time. */
final class SlackLists {
    private static final int PAGE = 15;
    private static final Duration AHEAD = Duration.ofDays(14);

    private final SlackHost host;
    private final Projection projection;
    private final Scope scope;

    SlackLists(SlackHost host, Person person) {
        this.host = host;
        this.projection = host.data().current();
        this.scope = host.rights(person).scope(projection);
    }

    String waiting() {
        Stream<String> requests = projection
                .approvals()
                .open(scope, host.data().clock().instant())
                .stream()
                .map(this::line);
        Stream<String> deploys = projection.deploys().open(scope).stream().map(this::line);
        List<String> lines = Stream.concat(requests, deploys).toList();
        return page(lines, lines.size() > PAGE ? host.say("slack.more", lines.size() - PAGE) : "");
    }

    private String page(List<String> lines, String more) {
        String shown = lines.stream().limit(PAGE).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? host.say("slack.nothing") : more.isEmpty() ? shown : shown + "\n" + more;
    }

    private String line(Approvals.Request request) {
        return host.say(
                "slack.request",
                SlackText.escaped(request.id(), 30),
                safe(request.repository()),
                safe(request.commit()),
                safe(request.environment()),
                SlackText.time(request.at()));
    }

    private String line(Deploy deploy) {
        return host.say(
                "slack.deploy-line",
                deploy.id(),
                safe(deploy.service()),
                safe(deploy.environment()),
                safe(deploy.commit()),
                safe(deploy.result()),
                SlackText.time(deploy.requestedAt()));
    }

    private static String safe(@Nullable String text) {
        return SlackText.escaped(text == null ? "?" : text, 60);
    }

    String status(String id) {
        Optional<ApprovalService.RequestStatus> status = projection
                .approvals()
                .byId(id, scope)
                .flatMap(request -> host.approvals().status(request.id()));
        return status.map(found -> {
                    ApprovalMessage message = new ApprovalMessage(found, host);
                    return "*" + message.text() + "*\n" + message.progress();
                })
                .orElseGet(() -> host.say("slack.no-request"));
    }

    String history(List<String> words) {
        int before = words.indexOf("before");
        List<String> names = before < 0 ? words : words.subList(0, before);
        DeployFilter filter = DeployFilter.place(name(names, 0), name(names, 1));
        if (before >= 0) {
            filter = filter.before(number(words, before + 1));
        }
        List<Deploy> found = projection.deploys().find(filter, scope, PAGE + 1);
        String more = found.size() > PAGE
                ? host.say(
                        "slack.older",
                        SlackText.escaped(String.join(" ", names), 200),
                        found.get(PAGE - 1).id())
                : "";
        return page(found.stream().map(this::line).toList(), more);
    }

    private static @Nullable String name(List<String> names, int at) {
        return at < names.size() ? names.get(at) : null;
    }

    private static long number(List<String> words, int at) {
        boolean given = at < words.size() && words.get(at).matches("[0-9]{1,18}");
        return given ? Long.parseLong(words.get(at)) : Long.MAX_VALUE;
    }

    String schedule(String environment) {
        Instant now = host.data().clock().instant();
        Planned planned =
                Planned.between(host.data().calendars(), projection.jobs().places(scope), now, now.plus(AHEAD));
        List<String> lines = new ArrayList<>();
        planned.problems().forEach(problem -> lines.add(SlackText.escaped(host.in(problem), 500)));
        planned.spans().stream()
                .filter(span -> environment.isEmpty() || environment.equals(span.environment()))
                .sorted(Comparator.comparing(CalendarData.Span::start))
                .map(this::line)
                .forEach(lines::add);
        return lines.isEmpty() ? host.say("slack.no-spans") : page(lines, "");
    }

    private String line(CalendarData.Span span) {
        String code =
                switch (span.kind()) {
                    case WINDOW -> "slack.window";
                    case FREEZE -> "slack.freeze";
                    case PLANNED -> "slack.planned";
                };
        return host.say(
                code,
                safe(span.environment()),
                SlackText.time(span.start()),
                SlackText.time(span.end()),
                safe(span.title()));
    }
}
