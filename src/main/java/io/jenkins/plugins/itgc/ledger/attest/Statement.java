package io.jenkins.plugins.itgc.ledger.attest;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An in-toto statement: something is said about some subjects.
 *
 * @param type the version of the form; always {@link #V1}
 * @param subject what it is about; at least one
 * @param predicateType what kind of thing is said, one of {@link PredicateType}'s addresses
 * @param predicate what is said; anything that can be written as JSON
 */
@JsonPropertyOrder(alphabetic = true)
public record Statement(
        @JsonProperty("_type") String type, List<Subject> subject, String predicateType, Object predicate) {
    /** The form that this is. */
    public static final String V1 = "https://in-toto.io/Statement/v1";

    /**
     * What a statement is about.
     *
     * @param name for people
     * @param digest identifies it: hash by the name of the algorithm
     */
    public record Subject(String name, Map<String, String> digest) {
        public Subject {
            Objects.requireNonNull(name, "name");
            digest = Map.copyOf(digest);
        }
    }

    /** @throws IllegalArgumentException when the form is another one, or there is no subject */
    public Statement {
        if (!V1.equals(type) || subject.isEmpty()) {
            throw new IllegalArgumentException("This is not an in-toto statement of version 1.");
        }
        subject = List.copyOf(subject);
        Objects.requireNonNull(predicateType, "predicateType");
        Objects.requireNonNull(predicate, "predicate");
    }

    /**
     * A statement of the form {@link #V1}.
     *
     * @param subject at least one
     */
    public static Statement of(List<Subject> subject, PredicateType type, Object predicate) {
        return new Statement(V1, subject, type.uri(), predicate);
    }
}
