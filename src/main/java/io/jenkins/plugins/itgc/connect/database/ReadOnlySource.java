package io.jenkins.plugins.itgc.connect.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections to a target that cannot change it, whatever rights the account has. */
final class ReadOnlySource implements DataSource {
    private final DatabaseTarget target;

    ReadOnlySource(DatabaseTarget target) {
        this.target = target;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Dialect dialect = target.dialect();
        Properties properties = new Properties();
        target.login().get().ifPresent(login -> {
            properties.setProperty("user", login.user());
            properties.setProperty("password", login.password());
        });
        dialect.restrict(properties);
        Connection connection = dialect.driver().connect(Dialect.ownAddress(target.url()), properties);
        try {
            dialect.restrict(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
