package io.jenkins.plugins.itgc.connect.database;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Properties;

/** The kinds of databases that are asked, and how each is kept from being changed. */
enum Dialect {
    /** PostgreSQL: the session itself is read-only. */
    POSTGRESQL("jdbc:postgresql:", "org.postgresql.Driver") {
        @Override
        void restrict(Properties properties) {
            properties.setProperty("readOnly", "true");
            properties.setProperty("readOnlyMode", "always");
            properties.setProperty("connectTimeout", SECONDS);
            properties.setProperty("socketTimeout", "30");
            properties.setProperty("loginTimeout", SECONDS);
            properties.setProperty(
                    "options", "-c default_transaction_read_only=on -c statement_timeout=" + SECONDS + "000");
        }

        @Override
        void restrict(Connection connection) throws SQLException {
            connection.setReadOnly(true);
        }
    },

    /** MariaDB and MySQL. */
    MARIADB("jdbc:mariadb:", "org.mariadb.jdbc.Driver") {
        @Override
        void restrict(Properties properties) {
            properties.setProperty("connectTimeout", SECONDS + "000");
            properties.setProperty("socketTimeout", "30000");
            properties.setProperty("allowLocalInfile", "false");
        }

        /** MariaDB and MySQL name the bound of a statement differently. */
        @Override
        void restrict(Connection connection) throws SQLException {
            boolean mariaDb = connection
                    .getMetaData()
                    .getDatabaseProductName()
                    .toLowerCase(Locale.ROOT)
                    .contains("mariadb");
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET SESSION TRANSACTION READ ONLY");
                statement.execute(
                        mariaDb
                                ? "SET SESSION max_statement_time = " + SECONDS
                                : "SET SESSION max_execution_time = " + SECONDS + "000");
            }
            connection.setReadOnly(true);
        }
    },

    /** SQLite: the file is opened for reading. */
    SQLITE("jdbc:sqlite:", "org.sqlite.JDBC") {
        /** 1 opens only for reading, so that a missing file is an error and not a new database. */
        @Override
        void restrict(Properties properties) {
            properties.setProperty("open_mode", "1");
            properties.setProperty("busy_timeout", SECONDS + "000");
        }

        @Override
        void restrict(Connection connection) {
            // Opened only for reading.
        }
    };

    /** Longest wait for a connection, and for a statement. */
    static final String SECONDS = "10";

    private final String prefix;
    private final String driver;

    Dialect(String prefix, String driver) {
        this.prefix = prefix;
        this.driver = driver;
    }

    /** Made here rather than found by the driver manager, which does not see the libraries of a plugin. */
    Driver driver() {
        try {
            Class<?> type = Class.forName(driver, true, Dialect.class.getClassLoader());
            return (Driver) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The plugin does not bring its own driver " + driver + " along.", e);
        }
    }

    abstract void restrict(Properties properties);

    abstract void restrict(Connection connection) throws SQLException;

    /** @throws IllegalArgumentException for any other kind */
    static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (ownAddress(url).startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "A target must be at jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql: or jdbc:sqlite:.");
    }

    /** The driver of MariaDB speaks to MySQL too, under its own name. */
    static String ownAddress(String url) {
        return url.startsWith("jdbc:mysql:") ? "jdbc:mariadb:" + url.substring("jdbc:mysql:".length()) : url;
    }
}
