package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.yaml.PullRequestYaml.EditYaml;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A world gives what a text says now and what it said before each edit; from that follows what each edit made of it. */
final class WrittenEdits {
    private WrittenEdits() {}

    /** An edit with the whole text after it. */
    record Written(EditYaml yaml, String text) {}

    /** The edits, oldest first as they are written. */
    static List<Written> of(List<EditYaml> edits, String now) {
        Deque<Written> written = new ArrayDeque<>();
        String after = now;
        for (int i = edits.size() - 1; i >= 0; i--) {
            written.addFirst(new Written(edits.get(i), after));
            after = before(edits.get(i), after);
        }
        return List.copyOf(written);
    }

    /** The text before any edit. */
    static String original(List<EditYaml> edits, String now) {
        List<Written> written = of(edits, now);
        return written.isEmpty()
                ? now
                : before(written.get(0).yaml(), written.get(0).text());
    }

    private static String before(EditYaml edit, String after) {
        return edit.before() == null ? after : edit.before();
    }
}
