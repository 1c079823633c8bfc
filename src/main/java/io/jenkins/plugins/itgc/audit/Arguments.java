package io.jenkins.plugins.itgc.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind a command: names, and options with a value each. */
final class Arguments {
    private final List<String> names = new ArrayList<>();
    private final Map<String, List<String>> options = new LinkedHashMap<>();

    /** Somebody typed something that makes no sense; the message says what. */
    static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Wrong(String message) {
            super(message);
        }
    }

    /**
     * Reads them.
     *
     * @param known the options that there are, with their dashes
     * @throws Wrong for another option, or one without a value
     */
    static Arguments of(List<String> words, Set<String> known) {
        Arguments arguments = new Arguments();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                arguments.names.add(word);
            } else if (!known.contains(word)) {
                throw new Wrong("\"" + word + "\" is no option here.");
            } else if (i + 1 == words.size()) {
                throw new Wrong(word + " needs a value.");
            } else {
                arguments
                        .options
                        .computeIfAbsent(word, none -> new ArrayList<>())
                        .add(words.get(++i));
            }
        }
        return arguments;
    }

    /** The names, which must be as many as these. */
    List<String> names(String... what) {
        if (names.size() != what.length) {
            throw new Wrong("Name " + String.join(" and ", what) + ".");
        }
        return names;
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new Wrong(option + " is given twice.");
        }
        return values.stream().findFirst();
    }

    String needed(String option) {
        return one(option).orElseThrow(() -> new Wrong(option + " is missing."));
    }
}
