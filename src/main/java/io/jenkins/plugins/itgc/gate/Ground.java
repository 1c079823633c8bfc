package io.jenkins.plugins.itgc.gate;

import java.util.Objects;

/**
 * Something that a pass rests on. When it is not what it was, the pass is void.
 *
 * @param part what kind of thing
 * @param object which one, such as {@code acme/orders#12}; empty where there is only one
 */
public record Ground(Part part, String object) {
    /** What passes rest on. The codes stand in ledgers for good. */
    public enum Part {
        /** The commit with its tree. */
        COMMIT("commit", "the commit", ""),
        /** The tree of the commit. */
        TREE("tree", "tree", ""),
        /** A pull request's description. */
        DESCRIPTION("description", "the description of ", ""),
        /** A pull request's reviews. */
        REVIEWS("reviews", "the reviews of ", ""),
        /** A pull request's labels. */
        LABELS("labels", "the labels of ", ""),
        /** A pull request's commits. */
        COMMITS("commits", "the commits of ", ""),
        /** The branch that a pull request goes to. */
        TARGET_BRANCH("target-branch", "the target branch of ", ""),
        /** What a ticket asks for. */
        TICKET("ticket", "the content of ticket ", "ticket "),
        /** A migration file. */
        MIGRATION("migration", "the migration ", ""),
        /** The request for approval. */
        REQUEST("approval-request", "the request for approval", ""),
        /** Everything that was read. */
        EVIDENCE("evidence", "evidence", ""),
        /** A pull request: its head, title and description. */
        PULL_REQUEST("pull-request", "", "");

        private final String code;
        private final String sentence;
        private final String otherSentence;

        Part(String code, String sentence, String otherSentence) {
            this.code = code;
            this.sentence = sentence;
            this.otherSentence = otherSentence;
        }

        /** Its name in ledgers. */
        public String code() {
            return code;
        }
    }

    public Ground {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(object, "object");
    }

    /** The only one of its kind. */
    public static Ground the(Part part) {
        return new Ground(part, "");
    }

    /** How it is named in ledgers: its code, a space, and the object. */
    public String key() {
        return object.isEmpty() ? part.code : part.code + " " + object;
    }

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Ground parse(String key) {
        int space = key.indexOf(' ');
        String code = space < 0 ? key : key.substring(0, space);
        for (Part part : Part.values()) {
            if (part.code.equals(code)) {
                return new Ground(part, space < 0 ? "" : key.substring(space + 1));
            }
        }
        throw new IllegalArgumentException("\"" + key + "\" does not name anything that a pass rests on.");
    }

    /** Reads the name that a ground had before it had a key. What no sentence fits names a pull request. */
    public static Ground ofSentence(String name) {
        for (Part part : Part.values()) {
            for (String sentence : new String[] {part.sentence, part.otherSentence}) {
                boolean fits = sentence.endsWith(" ") ? name.startsWith(sentence) : name.equals(sentence);
                if (!sentence.isEmpty() && fits) {
                    return new Ground(part, name.substring(sentence.length()));
                }
            }
        }
        return new Ground(Part.PULL_REQUEST, name);
    }

    /** What people call it, such as "the reviews of acme/orders#12". */
    public Message message() {
        return switch (part) {
            case COMMIT -> Message.of("gate.ground.commit");
            case TREE -> Message.of("gate.ground.tree");
            case DESCRIPTION -> Message.of("gate.ground.description", object);
            case REVIEWS -> Message.of("gate.ground.reviews", object);
            case LABELS -> Message.of("gate.ground.labels", object);
            case COMMITS -> Message.of("gate.ground.commits", object);
            case TARGET_BRANCH -> Message.of("gate.ground.target-branch", object);
            case TICKET -> Message.of("gate.ground.ticket", object);
            case MIGRATION -> Message.of("gate.ground.migration", object);
            case REQUEST -> Message.of("gate.ground.approval-request");
            case EVIDENCE -> Message.of("gate.ground.evidence");
            case PULL_REQUEST -> Message.of("gate.ground.pull-request", object);
        };
    }

    /** The same in English. */
    public String words() {
        return message().english();
    }

    @Override
    public String toString() {
        return key();
    }
}
