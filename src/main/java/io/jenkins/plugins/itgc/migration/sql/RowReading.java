package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Row;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;

/** Turns changes of rows into rows that must be there, as far as they are given by literals. */
final class RowReading {
    private static final Message BY_LITERALS = Message.of("migration.requirement.by-literals");

    private final int line;
    private final List<Assertion> found;

    RowReading(int line, List<Assertion> found) {
        this.line = line;
        this.found = found;
    }

    void read(Statement statement) {
        int before = found.size();
        try {
            if (!ofOneTable(statement)) {
                throw new NotLiteral();
            }
            if (statement instanceof Insert insert) {
                insert(insert);
            } else if (statement instanceof Update update) {
                update(update);
            } else if (statement instanceof Delete delete) {
                Map<String, String> key = equal(delete.getWhere());
                found.add(new Row(line, StatementReading.name(delete.getTable()), key, false, key));
            }
        } catch (NotLiteral e) {
            found.subList(before, found.size()).clear();
            found.add(new Undetermined(line, BY_LITERALS));
        }
    }

    private static final class NotLiteral extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Whether it changes one table, by nothing that another one holds or that is changed along with it. */
    private static boolean ofOneTable(Statement statement) {
        if (statement instanceof Insert insert) {
            return none(insert.getWithItemsList())
                    && (insert.getSelect() == null || none(insert.getSelect().getWithItemsList()));
        }
        if (statement instanceof Update update) {
            return none(update.getWithItemsList())
                    && none(update.getStartJoins())
                    && update.getFromItem() == null
                    && none(update.getJoins());
        }
        return statement instanceof Delete delete
                && none(delete.getTables())
                && none(delete.getUsingFromItemList())
                && none(delete.getJoins());
    }

    private static boolean none(List<?> parts) {
        return parts == null || parts.isEmpty();
    }

    private void insert(Insert insert) {
        if (!(insert.getSelect() instanceof Values values) || insert.getColumns() == null) {
            throw new NotLiteral();
        }
        List<String> columns =
                insert.getColumns().stream().map(Column::getColumnName).toList();
        for (List<? extends Expression> row : rows(values.getExpressions())) {
            Map<String, String> literals = new LinkedHashMap<>();
            if (row.size() != columns.size()) {
                throw new NotLiteral();
            }
            for (int i = 0; i < columns.size(); i++) {
                literals.put(columns.get(i), literal(row.get(i)));
            }
            found.add(new Row(line, StatementReading.name(insert.getTable()), literals, true, Map.of()));
        }
    }

    /** Several rows are a list of lists; one row is a list of values. */
    private static List<? extends List<? extends Expression>> rows(ExpressionList<?> values) {
        boolean several = !values.isEmpty() && values.get(0) instanceof ExpressionList;
        return several ? values.stream().map(row -> (ExpressionList<?>) row).toList() : List.of(values);
    }

    private void update(Update update) {
        Map<String, String> key = equal(update.getWhere());
        Map<String, String> values = new LinkedHashMap<>(key);
        for (UpdateSet set : update.getUpdateSets()) {
            for (int i = 0; i < set.getColumns().size(); i++) {
                values.put(set.getColumn(i).getColumnName(), literal(set.getValue(i)));
            }
        }
        found.add(new Row(line, StatementReading.name(update.getTable()), values, true, key));
    }

    private static Map<String, String> equal(Expression where) {
        Map<String, String> values = new LinkedHashMap<>();
        if (where instanceof AndExpression and) {
            values.putAll(equal(and.getLeftExpression()));
            values.putAll(equal(and.getRightExpression()));
        } else if (where instanceof EqualsTo equals && equals.getLeftExpression() instanceof Column column) {
            values.put(column.getColumnName(), literal(equals.getRightExpression()));
        } else {
            throw new NotLiteral();
        }
        return values;
    }

    private static String literal(Expression value) {
        boolean plain = value instanceof LongValue
                || value instanceof DoubleValue
                || value instanceof StringValue
                || value instanceof NullValue
                || value instanceof BooleanValue
                || (value instanceof SignedExpression signed
                        && (signed.getExpression() instanceof LongValue
                                || signed.getExpression() instanceof DoubleValue));
        if (!plain) {
            throw new NotLiteral();
        }
        return value.toString();
    }
}
