package io.jenkins.plugins.itgc.window;

import java.util.List;

/** A rule that says again and again, or once, when something is. */
public sealed interface TimeRule permits WeeklyRule, DatedRule {
    /** Its periods that touch a span, in any order. */
    List<Period> periods(Span span);

    /** @throws InvalidRule when the text is no rule */
    static TimeRule parse(String text) {
        String trimmed = text.trim();
        return DatedRule.looksLike(trimmed) ? DatedRule.parse(trimmed) : WeeklyRule.parse(trimmed);
    }
}
