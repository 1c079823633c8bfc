package io.jenkins.plugins.itgc.slack;

import static com.slack.api.model.block.Blocks.actions;
import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.confirmationDialog;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;
import static com.slack.api.model.block.element.BlockElements.asElements;
import static com.slack.api.model.block.element.BlockElements.button;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import io.jenkins.plugins.itgc.approval.ApprovalService;
import io.jenkins.plugins.itgc.approval.CarriedChange;
import io.jenkins.plugins.itgc.approval.CarriedPullRequest;
import io.jenkins.plugins.itgc.approval.Tally;
import io.jenkins.plugins.itgc.connect.slack.SlackText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A request as Slack shows it: what changes, its tickets, who agreed, who is missing, and while it is open two buttons. */
final class ApprovalMessage {
    static final String APPROVE = "itgc-approve";
    static final String REFUSE = "itgc-refuse";

    private static final int LISTED = 10;
    private static final int TITLE = 120;

    private final ApprovalService.RequestStatus status;
    private final SlackHost host;

    ApprovalMessage(ApprovalService.RequestStatus status, SlackHost host) {
        this.status = status;
        this.host = host;
    }

    /** Under which the place of the message is kept. */
    static String key(String request) {
        return "approval " + request;
    }

    /** In one line. */
    String text() {
        CarriedChange carried = status.carried();
        String service =
                status.service() == null ? carried.change().repository().name() : status.service();
        return host.say(
                "slack.question",
                SlackText.escaped(service, TITLE),
                carried.change().readCommit().abbreviated(),
                SlackText.escaped(carried.change().environment(), TITLE),
                status.id());
    }

    /** @param nonce names the buttons; null when there shall be none */
    List<LayoutBlock> blocks(String state, @Nullable String nonce) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(paragraph("*" + text() + "*\n" + state));
        blocks.add(paragraph(changes()));
        if (nonce != null) {
            blocks.add(actions(asElements(
                    press(APPROVE, host.say("slack.approve"), "primary", nonce),
                    press(REFUSE, host.say("slack.refuse"), "danger", nonce))));
        }
        return blocks;
    }

    /** Who agreed and who is missing. */
    String progress() {
        String by = Tally.of(status.evidence(), status.policy()).approvers().keySet().stream()
                .map(person -> SlackText.escaped(person.id(), TITLE))
                .collect(Collectors.joining(", "));
        String missing = SlackText.escaped(host.in(status.missing().message()), 1000);
        return (by.isEmpty() ? "" : host.say("slack.approved-by", by) + " ")
                + (missing.isEmpty() ? "" : host.say("slack.missing", missing));
    }

    private String changes() {
        CarriedChange carried = status.carried();
        String pulls =
                carried.pullRequests().stream().limit(LISTED).map(this::shown).collect(Collectors.joining("\n"));
        int more = carried.pullRequests().size() - LISTED;
        String tickets = carried.tickets().stream()
                .limit(LISTED)
                .map(ticket -> SlackText.link(ticket.link(), ticket.key(), TITLE) + " ("
                        + SlackText.escaped(ticket.status(), TITLE) + ")")
                .collect(Collectors.joining(", "));
        return pulls
                + (more > 0 ? "\n" + host.say("slack.more-pull-requests", more) : "")
                + (tickets.isEmpty() ? "" : "\n" + host.say("slack.tickets", tickets))
                + (carried.migration() ? "\n" + host.say("slack.migration") : "")
                + (status.buildUrl() == null ? "" : "\n" + SlackText.link(status.buildUrl(), status.build(), TITLE));
    }

    private String shown(CarriedPullRequest pr) {
        return "• "
                + host.say(
                        "slack.pull-request",
                        SlackText.link(pr.link(), "#" + pr.number() + " " + pr.title(), TITLE),
                        SlackText.escaped(pr.author(), TITLE));
    }

    private static LayoutBlock paragraph(String markdown) {
        return section(block -> block.text(markdownText(markdown.isBlank() ? "-" : markdown)));
    }

    /** The confirmation says once more what is answered. */
    private ButtonElement press(String action, String word, String style, String nonce) {
        String value =
                status.id() + ":" + status.carried().change().readCommit().sha() + ":" + nonce;
        return button(element -> element.actionId(action)
                .text(plainText(word))
                .style(style)
                .value(value)
                .confirm(confirmationDialog(ask -> ask.title(plainText(word + "?"))
                        .text(plainText(SlackText.escaped(text(), 280)))
                        .confirm(plainText(word))
                        .deny(plainText(host.say("slack.back"))))));
    }
}
