package io.jenkins.plugins.itgc.connect.database;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A database that must hold migrations.
 *
 * @param name in the configuration
 * @param url JDBC address
 * @param login asked for at each connection, so that renewed credentials count at once; empty for none
 */
public record DatabaseTarget(String name, String url, Supplier<Optional<Login>> login) {
    /**
     * User name and password.
     *
     * @param user name
     * @param password secret
     */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /** What kind of database it is, by its address. */
    Dialect dialect() {
        return Dialect.of(url);
    }

    @Override
    public String toString() {
        return "DatabaseTarget[" + name + "]";
    }
}
