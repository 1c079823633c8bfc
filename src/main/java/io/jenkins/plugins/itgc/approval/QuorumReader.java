package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.gate.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a quorum: {@code or} of {@code and} of {@code N of GROUPS}, with parentheses; {@code and} binds tighter. */
final class QuorumReader {
    private static final Pattern WORD = Pattern.compile("\\s*([()]|[\\p{L}\\p{N}_.@/-]+)");
    private static final Set<String> RESERVED = Set.of("and", "or", "of", "when", "(", ")");
    private static final int MOST_SEATS = 20;
    private static final int MOST_ALTERNATIVES = 50;

    private final String text;
    private final List<String> words = new ArrayList<>();
    private int at;

    QuorumReader(@Nullable String text) {
        this.text = text == null ? "" : text.trim();
    }

    Quorum read() {
        split();
        List<List<Seat>> alternatives = any();
        if (at < words.size()) {
            throw wrong(Message.of("approval.quorum.unexpected", words.get(at)));
        }
        return new Quorum(text, alternatives);
    }

    private void split() {
        Matcher matcher = WORD.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                throw wrong(Message.of(
                        "approval.quorum.unreadable", text.substring(end).strip()));
            }
            words.add(matcher.group(1));
            end = matcher.end();
        }
    }

    private List<List<Seat>> any() {
        List<List<Seat>> alternatives = new ArrayList<>(all());
        while (take("or")) {
            alternatives.addAll(all());
        }
        return bounded(alternatives);
    }

    private List<List<Seat>> all() {
        List<List<Seat>> together = conditional();
        while (take("and")) {
            together = bounded(each(together, conditional()));
        }
        return together;
    }

    private static List<List<Seat>> each(List<List<Seat>> left, List<List<Seat>> right) {
        return left.stream()
                .flatMap(seats -> right.stream().map(more -> Stream.concat(seats.stream(), more.stream())
                        .toList()))
                .toList();
    }

    private List<List<Seat>> bounded(List<List<Seat>> alternatives) {
        boolean large = alternatives.size() > MOST_ALTERNATIVES
                || alternatives.stream().anyMatch(seats -> seats.size() > MOST_SEATS);
        if (large) {
            throw wrong(Message.of("approval.quorum.too-large"));
        }
        return alternatives;
    }

    private List<List<Seat>> conditional() {
        List<List<Seat>> primary = primary();
        if (!take("when")) {
            return primary;
        }
        take("a");
        require("migration");
        if (take("is")) {
            require("carried");
        }
        return primary.stream().map(QuorumReader::onlyWithMigration).toList();
    }

    private static List<Seat> onlyWithMigration(List<Seat> seats) {
        return seats.stream().map(seat -> new Seat(seat.groups(), true)).toList();
    }

    private List<List<Seat>> primary() {
        if (take("(")) {
            List<List<Seat>> inner = any();
            require(")");
            return inner;
        }
        String number = next(Message.of("approval.quorum.number"));
        if (!number.matches("[1-9]\\d?")) {
            throw wrong(Message.of("approval.quorum.no-number", number));
        }
        require("of");
        return bounded(List.of(Collections.nCopies(Integer.parseInt(number), new Seat(groups(), false))));
    }

    private Set<String> groups() {
        Set<String> groups = new LinkedHashSet<>();
        if (take("(")) {
            do {
                groups.add(group());
            } while (take("or"));
            require(")");
        } else {
            groups.add(group());
        }
        return groups;
    }

    private String group() {
        String name = next(Message.of("approval.quorum.group"));
        if (RESERVED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            throw wrong(Message.of("approval.quorum.no-group", name));
        }
        return name;
    }

    private boolean take(String word) {
        boolean there = at < words.size() && words.get(at).equalsIgnoreCase(word);
        at += there ? 1 : 0;
        return there;
    }

    private void require(String word) {
        if (!take(word)) {
            throw wrong(
                    at < words.size()
                            ? Message.of("approval.quorum.missing-before", word, words.get(at))
                            : Message.of("approval.quorum.missing-at-end", Message.of("approval.quorum.word", word)));
        }
    }

    private String next(Message what) {
        if (at == words.size()) {
            throw wrong(Message.of("approval.quorum.missing-at-end", what));
        }
        return words.get(at++);
    }

    private InvalidQuorum wrong(Message problem) {
        return new InvalidQuorum(text, problem);
    }
}
