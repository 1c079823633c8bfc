package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.approval.Answer;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.Receipt;
import io.jenkins.plugins.itgc.approval.Vote;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import io.jenkins.plugins.itgc.people.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command {@code /deploy}: what is said after it, and the answer that only the asker sees. */
public final class DeployCommand {
    private final SlackHost host;
    private final SlackUser user;

    /** @param user who asks */
    public DeployCommand(SlackHost host, SlackUser user) {
        this.host = host;
        this.user = user;
    }

    /**
     * Does what is asked.
     *
     * @param text what stands after the command
     * @return the answer in Slack's markdown, in which text from outside is escaped
     */
    public String answer(String text) {
        List<String> words = List.of(text.strip().split("\\s+", -1));
        String verb = words.get(0).toLowerCase(Locale.ROOT);
        List<String> rest = words.subList(1, words.size());
        if (verb.isEmpty() || verb.equals("help")) {
            return help();
        }
        if (verb.equals("whoami")) {
            return whoAmI(rest);
        }
        Optional<Person> person = host.people().of(user.account());
        if (person.isEmpty()) {
            new SlackPeople(host).lookUp(user);
            return stranger();
        }
        return act(verb, rest, person.get());
    }

    private String act(String verb, List<String> rest, Person person) {
        return switch (verb) {
            case "list" -> new SlackLists(host, person).waiting();
            case "status" -> new SlackLists(host, person).status(word(rest, 0));
            case "history" -> new SlackLists(host, person).history(rest);
            case "schedule" ->
                SlackSchedule.plans(rest)
                        ? new SlackSchedule(host, person).plan(rest)
                        : new SlackLists(host, person).schedule(word(rest, 0));
            case "approve" -> vote(rest, Vote.Act.GIVE);
            case "refuse" -> words(rest, 1).isEmpty() ? host.say("slack.refuse-reason") : vote(rest, Vote.Act.REFUSE);
            case "withdraw" -> vote(rest, Vote.Act.WITHDRAW);
            case "break-glass" -> breakGlass(rest);
            case "hold" -> new SlackHolds(host, person).hold(rest);
            case "release" -> new SlackHolds(host, person).release(rest);
            default -> host.say("slack.unknown-command", SlackText.escaped(verb, 40)) + "\n" + help();
        };
    }

    private String vote(List<String> rest, Vote.Act act) {
        return said(host.approvals().vote(answer(word(rest, 0), words(rest, 1)), act));
    }

    private String breakGlass(List<String> rest) {
        ApprovalService approvals = host.approvals();
        return switch (word(rest, 0).toLowerCase(Locale.ROOT)) {
            case "confirm" -> said(approvals.confirm(answer(word(rest, 1), words(rest, 2))));
            case "review" -> said(approvals.review(answer(word(rest, 1), words(rest, 2))));
            default -> said(approvals.breakGlass(answer(word(rest, 0), words(rest, 1))));
        };
    }

    private Answer answer(String request, String reason) {
        return new Answer(request, user.account(), "slack", reason);
    }

    private String help() {
        return host.say("slack.help");
    }

    private String said(Receipt receipt) {
        return SlackText.escaped(host.in(receipt.answer()), 2000);
    }

    private String whoAmI(List<String> rest) {
        if (!rest.isEmpty()) {
            return SlackText.escaped(new SlackPeople(host).redeem(user, rest.get(0)), 500);
        }
        return host.people()
                .of(user.account())
                .map(person -> host.say("slack.you-are", SlackText.escaped(person.id(), 100)))
                .orElseGet(() -> {
                    new SlackPeople(host).lookUp(user);
                    return stranger();
                });
    }

    private String stranger() {
        return host.say("slack.stranger", user.account().id());
    }

    private static String word(List<String> words, int at) {
        return at < words.size() ? words.get(at) : "";
    }

    private static String words(List<String> words, int from) {
        return from < words.size() ? String.join(" ", words.subList(from, words.size())) : "";
    }
}
