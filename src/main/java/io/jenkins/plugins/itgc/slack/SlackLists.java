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

/** What somebody may read about deploys, as lines for Slack, a page at a time. */
final class SlackLists {
    private static final int PAGE = 15;
    private static final Duration AHEAD = Duration.ofDays(14);
    private static final String NOTHING = "Nothing to show.";

    private final SlackHost host;
    private final Projection projection;
    private final Scope scope;

    SlackLists(SlackHost host, Person person) {
        this.host = host;
        this.projection = host.data().current();
        this.scope = host.rights(person).scope(projection);
    }

    String waiting() {
        Stream<String> requests = projection.approvals().open(scope).stream().map(SlackLists::line);
        Stream<String> deploys = projection.deploys().open(scope).stream().map(SlackLists::line);
        List<String> lines = Stream.concat(requests, deploys).toList();
        return page(lines, lines.size() > PAGE ? "and " + (lines.size() - PAGE) + " more, on the dashboard" : "");
    }

    private static String page(List<String> lines, String more) {
        String shown = lines.stream().limit(PAGE).collect(Collectors.joining("\n"));
        return lines.isEmpty() ? NOTHING : more.isEmpty() ? shown : shown + "\n" + more;
    }

    private static String line(Approvals.Request request) {
        return "Request *" + SlackText.escaped(request.id(), 30) + "*: " + safe(request.repository()) + " at "
                + safe(request.commit()) + " to " + safe(request.environment()) + ", requested "
                + SlackText.time(request.at());
    }

    private static String line(Deploy deploy) {
        return "Deploy *" + deploy.id() + "*: " + safe(deploy.service()) + " to " + safe(deploy.environment()) + ", "
                + safe(deploy.commit()) + ", " + safe(deploy.result()) + ", " + SlackText.time(deploy.requestedAt());
    }

    private static String safe(String text) {
        return SlackText.escaped(text == null ? "?" : text, 60);
    }

    String status(String id) {
        Optional<ApprovalService.Standing> standing = projection
                .approvals()
                .byId(id, scope)
                .flatMap(request -> host.approvals().standing(request.id()));
        return standing.map(found -> {
                    ApprovalMessage message = new ApprovalMessage(found);
                    return "*" + message.text() + "*\n" + message.progress();
                })
                .orElse("There is no such pending request, or you may not see it. */deploy list* shows them.");
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
                ? "*/deploy history " + SlackText.escaped(String.join(" ", names), 200) + " before "
                        + found.get(PAGE - 1).id() + "* shows older ones"
                : "";
        return page(found.stream().map(SlackLists::line).toList(), more);
    }

    private static String name(List<String> names, int at) {
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
        if (planned.problem() != null) {
            lines.add(SlackText.escaped(planned.problem(), 500));
        }
        planned.spans().stream()
                .filter(span -> environment.isEmpty() || environment.equals(span.environment()))
                .sorted(Comparator.comparing(CalendarData.Span::start))
                .map(SlackLists::line)
                .forEach(lines::add);
        return lines.isEmpty() ? "No windows, freezes or planned deploys in the next two weeks." : page(lines, "");
    }

    private static String line(CalendarData.Span span) {
        return span.kind() + " in " + safe(span.environment()) + " from " + SlackText.time(span.start()) + " until "
                + SlackText.time(span.end()) + ": " + safe(span.title());
    }
}
