package io.jenkins.plugins.itgc.connect.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import liquibase.database.Database;
import liquibase.database.jvm.JdbcConnection;

/** Tells whether Liquibase has a history in a database. */
final class LiquibaseHistory {
    private LiquibaseHistory() {}

    static boolean exists(Database database) throws SQLException {
        Connection connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(database.getDatabaseChangeLogTableName())) {
                    return true;
                }
            }
            return false;
        }
    }
}
