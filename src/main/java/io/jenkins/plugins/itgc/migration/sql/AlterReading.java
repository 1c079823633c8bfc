package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Column;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Named;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import java.util.List;
import net.sf.jsqlparser.statement.alter.Alter;
import net.sf.jsqlparser.statement.alter.AlterExpression;
import net.sf.jsqlparser.statement.alter.AlterOperation;

/** Turns changes of a table into what must hold after them. */
final class AlterReading {
    private final int line;
    private final String table;
    private final List<Assertion> found;

    AlterReading(int line, String table, List<Assertion> found) {
        this.line = line;
        this.table = table;
        this.found = found;
    }

    void read(Alter alter) {
        for (AlterExpression change : alter.getAlterExpressions()) {
            int before = found.size();
            read(change);
            if (found.size() == before) {
                found.add(new Undetermined(line, Message.of("migration.requirement.other-change", table)));
            }
        }
    }

    private void read(AlterExpression change) {
        AlterOperation operation = change.getOperation();
        if (operation == AlterOperation.ADD) {
            added(change);
        } else if (operation == AlterOperation.DROP) {
            dropped(change);
        } else if (operation == AlterOperation.ALTER
                || operation == AlterOperation.MODIFY
                || operation == AlterOperation.CHANGE) {
            altered(change, operation == AlterOperation.ALTER);
        }
    }

    private void added(AlterExpression change) {
        if (change.getColDataTypeList() != null) {
            change.getColDataTypeList().forEach(column -> {
                found.add(StatementReading.column(line, table, column));
                StatementReading.constraints(line, table, column, found);
            });
        }
        if (change.getIndex() != null) {
            StatementReading.index(line, table, change.getIndex(), found);
        }
    }

    private void dropped(AlterExpression change) {
        if (change.getConstraintName() != null) {
            found.add(new Named(line, table, change.getConstraintName(), false, false));
        } else if (change.getColumnName() != null) {
            found.add(new Column(line, table, change.getColumnName(), null, null, false));
        }
    }

    /** ALTER COLUMN ... TYPE says nothing of nulls; MODIFY and CHANGE say all of a column anew. */
    private void altered(AlterExpression change, boolean typeOnly) {
        if (change.getColDataTypeList() != null) {
            for (AlterExpression.ColumnDataType column : change.getColDataTypeList()) {
                Column all = StatementReading.column(line, table, column);
                found.add(typeOnly ? new Column(line, table, all.name(), all.type(), null, true) : all);
                StatementReading.constraints(line, table, column, found);
            }
        }
        if (change.getColumnSetNotNullList() != null) {
            change.getColumnSetNotNullList()
                    .forEach(column -> found.add(new Column(line, table, column.getColumnName(), null, false, true)));
        }
        if (change.getColumnDropNotNullList() != null) {
            change.getColumnDropNotNullList()
                    .forEach(column -> found.add(new Column(line, table, column.getColumnName(), null, true, true)));
        }
        String oldName = change.getColumnOldName();
        if (oldName != null && change.getOperation() == AlterOperation.CHANGE) {
            boolean renamed = change.getColDataTypeList() == null
                    || change.getColDataTypeList().stream()
                            .noneMatch(column -> column.getColumnName().equalsIgnoreCase(oldName));
            if (renamed) {
                found.add(new Column(line, table, oldName, null, null, false));
            }
        }
    }
}
