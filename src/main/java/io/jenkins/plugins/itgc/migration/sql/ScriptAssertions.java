package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Expected;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Undetermined;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;

/** Reads a script, and says what must hold after it ran. */
public final class ScriptAssertions {
    /** These leave nothing behind. */
    private static final Pattern NO_EFFECT =
            Pattern.compile("(?is)(BEGIN|COMMIT|END)(\\s+(TRANSACTION|WORK|DEFERRED|IMMEDIATE|EXCLUSIVE))*"
                    + "|(START\\s+TRANSACTION|SET\\s|USE\\s|ANALYZE|PRAGMA\\s).*"
                    + "|SELECT\\s(?!.*\\bINTO\\b)(?!.*\\b(?!(?:COUNT|SUM|MIN|MAX|AVG|COALESCE|LOWER|UPPER|EXISTS|IN|AND|OR|ON|WHERE|AS"
                    + "|NOT|CAST|FROM|JOIN|SET_CONFIG)\\b)\\w+\\s*\\().*");

    private ScriptAssertions() {}

    /** In the order of the script; what a later statement undoes is left out. */
    public static List<Assertion> of(String script) {
        Effects effects = new Effects();
        for (ScriptStatements.Statement statement : ScriptStatements.of(script)) {
            read(statement, effects);
        }
        return effects.assertions();
    }

    private static void read(ScriptStatements.Statement statement, Effects effects) {
        if (!statement.sql().isEmpty() && leavesSomething(statement.sql())) {
            List<Assertion> found = judged(statement, effects);
            if (statement.expected() == null) {
                found.forEach(effects::add);
            }
        }
        String expected = statement.expected();
        if (expected != null) {
            effects.add(expected(statement.line(), expected));
        }
    }

    private static boolean leavesSomething(String sql) {
        return !NO_EFFECT.matcher(sql).matches() || !Separation.isOneStatement(sql);
    }

    private static List<Assertion> judged(ScriptStatements.Statement statement, Effects effects) {
        List<Assertion> found = new ArrayList<>();
        if (!Separation.isOneStatement(statement.sql())) {
            return List.of(new Undetermined(statement.line(), Message.of("migration.requirement.several-statements")));
        }
        try {
            Statement parsed = CCJSqlParserUtil.parse(statement.sql());
            new StatementReading(statement.line(), found).read(parsed);
            boolean told = statement.expected() == null && found.stream().noneMatch(Undetermined.class::isInstance);
            if (!told && parsed instanceof Update update) {
                effects.forgetRows(StatementReading.name(update.getTable()));
            } else if (!told && parsed instanceof Delete delete) {
                effects.forgetRows(StatementReading.name(delete.getTable()));
            }
            return found;
        } catch (JSQLParserException | RuntimeException e) {
            return List.of(new Undetermined(statement.line(), Message.of("migration.requirement.not-read")));
        }
    }

    /** Only a question: a script must not be able to have the gate run anything else. */
    private static Assertion expected(int line, String expected) {
        try {
            if (Separation.isOneStatement(expected) && CCJSqlParserUtil.parse(expected) instanceof Select select) {
                return new Expected(line, select.toString());
            }
        } catch (JSQLParserException | RuntimeException e) {
            // said below
        }
        return new Undetermined(line, Message.of("migration.requirement.expects-no-select"));
    }
}
