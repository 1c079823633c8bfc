package io.jenkins.plugins.itgc.ledger.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statement for a filter. The rarest condition leads and is read newest first; the others are looked up for each deploy
 * that it gives, so that a page costs what the page is long and not what the history is long.
 */
final class DeployQuery {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private String leading = "deploy";

    private DeployQuery() {}

    /** Empty when the text holds no letter or digit to search for, which nothing can match. */
    static Optional<DeployQuery> of(DeployFilter filter, Scope scope) {
        DeployQuery query = new DeployQuery();
        query.conditions.add(scope.condition("deploy.job"));
        String words = filter.text() == null ? null : SearchWords.expression(filter.text());
        if (words != null && words.isEmpty()) {
            return Optional.empty();
        }
        query.listed("deploy_ticket", "ticket", filter.ticket());
        query.listed("deploy_person", "person", filter.person());
        query.words(words);
        query.equal("service", filter.service());
        query.equal("environment", filter.environment());
        query.equal("result", filter.result());
        query.bound(
                "deploy.id >= (SELECT coalesce(min(id), 9e18) FROM (SELECT id FROM deploy WHERE seen_at >= :from"
                        + " ORDER BY seen_at, id LIMIT 1))",
                "from",
                millis(filter.from()));
        query.bound(
                "deploy.id <= (SELECT coalesce(max(id), 0) FROM (SELECT id FROM deploy WHERE seen_at < :to"
                        + " ORDER BY seen_at DESC, id DESC LIMIT 1))",
                "to",
                millis(filter.to()));
        if (filter.before() != null) {
            query.bound(query.id() + " < :before", "before", filter.before());
        }
        return Optional.of(query);
    }

    private static @Nullable Long millis(@Nullable Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** Tickets and people are rarer than words. */
    private void words(@Nullable String expression) {
        if (expression == null) {
            return;
        }
        values.put("words", expression);
        if (leading.equals("deploy")) {
            leading = "deploy_text";
            conditions.add("deploy_text MATCH :words");
        } else {
            conditions.add("EXISTS (SELECT 1 FROM deploy_text WHERE deploy_text MATCH :words AND rowid = deploy.id)");
        }
    }

    private void listed(String table, String column, @Nullable String value) {
        if (value == null) {
            return;
        }
        String folded = DeployWords.folded(value);
        if (leading.equals("deploy")) {
            leading = table;
            bound(table + "." + column + " = :" + column, column, folded);
        } else {
            bound(
                    "EXISTS (SELECT 1 FROM " + table + " WHERE " + column + " = :" + column
                            + " AND deploy = deploy.id)",
                    column,
                    folded);
        }
    }

    private void equal(String column, @Nullable String value) {
        // A plus keeps the planner from reading by this column when a rarer condition leads.
        bound((leading.equals("deploy") ? "" : "+") + "deploy." + column + " = :" + column, column, value);
    }

    private void bound(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    /** The column that the rows are read by. */
    private String id() {
        return switch (leading) {
            case "deploy" -> "deploy.id";
            case "deploy_text" -> "deploy_text.rowid";
            default -> leading + ".deploy";
        };
    }

    String sql(String columns) {
        String from = leading.equals("deploy") ? "deploy" : leading + " CROSS JOIN deploy ON deploy.id = " + id();
        String group = leading.equals("deploy_person") ? " GROUP BY " + id() : "";
        return "SELECT " + columns + " FROM " + from + " WHERE " + String.join(" AND ", conditions) + group
                + " ORDER BY " + id() + " DESC LIMIT :most";
    }

    Map<String, Object> values() {
        return values;
    }
}
