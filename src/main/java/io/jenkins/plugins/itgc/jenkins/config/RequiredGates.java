package io.jenkins.plugins.itgc.jenkins.config;

import io.jenkins.plugins.itgc.approval.ApprovalGate;
import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.review.ReviewGate;
import io.jenkins.plugins.itgc.review.policy.InvalidPolicy;
import io.jenkins.plugins.itgc.text.Words;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The gates that must have passed before a deploy. The review is always one of them: it alone follows the production branch
 * commit by commit, so without it nobody knows what a deploy carries.
 *
 * @param names of the gates, in the order in which they are asked
 */
record RequiredGates(List<String> names) {
    private static final List<String> GATES =
            List.of(ReviewGate.NAME, MigrationGate.NAME, ApprovalGate.NAME, WindowGate.NAME);

    /** @throws InvalidPolicy when the review is not named, or a gate that does not exist is */
    static RequiredGates parse(String text) {
        List<String> names = List.copyOf(Words.of(text));
        if (!names.contains(ReviewGate.NAME) || !GATES.containsAll(names)) {
            throw new InvalidPolicy("requiredGates", Message.of("review.policy.gates", text, String.join(", ", GATES)));
        }
        return new RequiredGates(names);
    }

    /** A pass of each gate, and of the migration gate one for each database: any of them alone says nothing of the others. */
    List<RequiredPass> passes(List<DatabaseEntry> databases) {
        return names.stream().flatMap(name -> passes(name, databases)).toList();
    }

    private static Stream<RequiredPass> passes(String gate, List<DatabaseEntry> databases) {
        return gate.equals(MigrationGate.NAME) && !databases.isEmpty()
                ? databases.stream().map(database -> new RequiredPass(gate, database.getName()))
                : Stream.of(new RequiredPass(gate, null));
    }
}
