package io.jenkins.plugins.itgc.testbed.sandbox.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A workspace: its people are the world's, and its channels are those that something was written to. */
public final class SlackTeam {
    private final String id;
    private final List<Message> messages = new ArrayList<>();
    private int written;

    /**
     * A message.
     *
     * @param thread the message that it answers; null for one of its own
     * @param to who alone sees it; null for everybody
     * @param blocks what it is made of, as it was sent
     */
    public record Message(String channel, String ts, String thread, String to, String text, JsonNode blocks) {
        /** What a button of it is worth; empty when it has none of that name. */
        public Optional<String> button(String action) {
            return blocks.findParents("action_id").stream()
                    .filter(element -> element.path("action_id").asText().equals(action))
                    .map(element -> element.path("value").asText())
                    .findFirst();
        }
    }

    public SlackTeam(String id) {
        this.id = id;
    }

    public String id() {
        return id;
    }

    /** Who somebody of the world is here. */
    public static String userOf(Account account) {
        return "U" + account.login().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /** All messages, oldest first. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** A message of that name. */
    public Optional<Message> message(String channel, String ts) {
        return messages.stream()
                .filter(message ->
                        message.channel().equals(channel) && message.ts().equals(ts))
                .findFirst();
    }

    /** Adds a message; its name tells the order. */
    public Message write(String channel, String thread, String to, String text, JsonNode blocks) {
        String ts = "1700000000.%06d".formatted(++written);
        messages.add(new Message(channel, ts, thread, to, text, blocks));
        return messages.get(messages.size() - 1);
    }

    /** Puts another text into the place of a message. */
    public void replace(Message message, String text, JsonNode blocks) {
        messages.set(
                messages.indexOf(message),
                new Message(message.channel(), message.ts(), message.thread(), message.to(), text, blocks));
    }
}
