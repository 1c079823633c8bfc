package io.jenkins.plugins.itgc.ledger.projection;

import java.util.ArrayList;
import java.util.List;

/**
 * A deploy that ended, in numbers, as the column {@code numbers} has them.
 *
 * @param day of its end, since 1970, UTC
 * @param flags what it was, a bit each
 * @param lead from ready to out, in milliseconds; -1 when it is not known
 * @param restore from its end to the next success, in milliseconds; -1 when it did not fail or nothing followed
 */
record DeployNumbers(long day, int flags, long lead, long restore) {
    /** All that stand in a text, one after another. */
    static List<DeployNumbers> all(String text) {
        List<DeployNumbers> all = new ArrayList<>();
        NumberWords words = new NumberWords(text);
        while (words.more()) {
            all.add(new DeployNumbers(words.number(), (int) words.number(), words.number(), words.number()));
        }
        return all;
    }

    boolean succeeded() {
        return is(1);
    }

    boolean aborted() {
        return is(2);
    }

    boolean rollback() {
        return is(4);
    }

    boolean failed() {
        return is(8);
    }

    boolean rework() {
        return is(16);
    }

    /** Whether its lead time counts from the merge. */
    boolean merged() {
        return is(32);
    }

    private boolean is(int flag) {
        return (flags & flag) != 0;
    }
}
