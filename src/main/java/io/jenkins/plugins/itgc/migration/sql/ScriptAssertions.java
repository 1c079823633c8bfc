package io.jenkins.plugins.itgc.migration.sql;

import io.jenkins.plugins.itgc.migration.sql.Assertion.Expected;
import io.jenkins.plugins.itgc.migration.sql.Assertion.Unjudged;
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
        Standing standing = new Standing();
        for (ScriptStatements.Statement statement : ScriptStatements.of(script)) {
            read(statement, standing);
        }
        return standing.assertions();
    }

    private static void read(ScriptStatements.Statement statement, Standing standing) {
        if (!statement.sql().isEmpty() && leavesSomething(statement.sql())) {
            List<Assertion> found = judged(statement, standing);
            if (statement.expected() == null) {
                found.forEach(standing::add);
            }
        }
        if (statement.expected() != null) {
            standing.add(expected(statement.line(), statement.expected()));
        }
    }

    private static boolean leavesSomething(String sql) {
        return !NO_EFFECT.matcher(sql).matches() || !Separation.isOneStatement(sql);
    }

    private static List<Assertion> judged(ScriptStatements.Statement statement, Standing standing) {
        List<Assertion> found = new ArrayList<>();
        if (!Separation.isOneStatement(statement.sql())) {
            return List.of(new Unjudged(
                    statement.line(), "More than one statement seems to stand in it: end each with a semicolon."));
        }
        try {
            Statement parsed = CCJSqlParserUtil.parse(statement.sql());
            new StatementReading(statement.line(), found).read(parsed);
            boolean told = statement.expected() == null && found.stream().noneMatch(Unjudged.class::isInstance);
            if (!told && parsed instanceof Update update) {
                standing.forgetRows(StatementReading.name(update.getTable()));
            } else if (!told && parsed instanceof Delete delete) {
                standing.forgetRows(StatementReading.name(delete.getTable()));
            }
            return found;
        } catch (JSQLParserException | RuntimeException e) {
            return List.of(new Unjudged(
                    statement.line(), "It cannot be read, perhaps because it is written in a dialect of its own."));
        }
    }

    /** Only a question: a script must not be able to have the gate run anything else. */
    private static Assertion expected(int line, String question) {
        try {
            if (Separation.isOneStatement(question) && CCJSqlParserUtil.parse(question) instanceof Select select) {
                return new Expected(line, select.toString());
            }
        } catch (JSQLParserException | RuntimeException e) {
            // said below
        }
        return new Unjudged(line, "What is expected there is no SELECT.");
    }
}
