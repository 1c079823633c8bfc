package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.CommitId;
import io.jenkins.plugins.itgc.gate.RepositoryId;
import io.jenkins.plugins.itgc.gate.TreeId;
import io.jenkins.plugins.itgc.migration.RepositoryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/**
 * Many migrations of one tool, in a folder, and a file of SQLite to apply them to.
 *
 * @param tool which tool
 * @param folder where the scripts are, and the database
 * @param files scripts by path
 */
record ManyMigrations(Kind tool, Path folder, Map<String, String> files) {
    private static final CommitId BEFORE = new CommitId("b".repeat(40));
    private static final CommitId NOW = new CommitId("c".repeat(40));

    /** A tool. */
    enum Kind {
        FLYWAY,
        LIQUIBASE
    }

    static List<ManyMigrations> of(Path folder, int count) throws IOException {
        Map<String, String> flyway = new LinkedHashMap<>();
        Map<String, String> liquibase = new LinkedHashMap<>();
        StringBuilder log = new StringBuilder("databaseChangeLog:\n");
        for (int n = 1; n <= count; n++) {
            flyway.put(
                    "db/V%d__t.sql".formatted(n),
                    "CREATE TABLE t%d (id INTEGER PRIMARY KEY, name VARCHAR(20));\n".formatted(n));
            String name = "db/changes/%04d.sql".formatted(n);
            log.append("  - include: {file: ").append(name).append("}\n");
            liquibase.put(
                    name,
                    "--liquibase formatted sql\n--changeset bench:%d\nCREATE TABLE t%d (id INTEGER);\n"
                            .formatted(n, n));
        }
        liquibase.put("db/changelog.yaml", log.toString());
        return List.of(
                written(Kind.FLYWAY, folder.resolve("flyway"), flyway),
                written(Kind.LIQUIBASE, folder.resolve("liquibase"), liquibase));
    }

    private static ManyMigrations written(Kind tool, Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new ManyMigrations(tool, folder, files);
    }

    int count() {
        return tool == Kind.FLYWAY ? files.size() : files.size() - 1;
    }

    String url() {
        return "jdbc:sqlite:" + folder.resolve("orders.db");
    }

    List<String> globs() {
        return tool == Kind.FLYWAY ? List.of("db/*.sql") : List.of("db/changelog.yaml", "db/changes/*.sql");
    }

    void apply() throws Exception {
        if (tool == Kind.FLYWAY) {
            flyway().migrate();
        } else {
            liquibase(true);
        }
    }

    void validate() throws Exception {
        if (tool == Kind.FLYWAY) {
            flyway().validate();
        } else {
            liquibase(false);
        }
    }

    private Flyway flyway() {
        return Flyway.configure(ManyMigrations.class.getClassLoader())
                .dataSource(url(), null, null)
                .locations("filesystem:" + folder.resolve("db"))
                .load();
    }

    /** Liquibase talks to the log: the console is for the measurements. */
    private void liquibase(boolean update) throws Exception {
        Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> quietly(update));
    }

    private void quietly(boolean update) throws Exception {
        ResourceAccessor resources = new DirectoryResourceAccessor(folder);
        try (Connection connection = DriverManager.getConnection(url())) {
            Liquibase liquibase = new Liquibase(
                    "db/changelog.yaml",
                    resources,
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            if (update) {
                liquibase.update("");
            } else {
                liquibase.validate();
            }
        } finally {
            resources.close();
        }
    }

    Change change() {
        return Change.ofProduction(
                new RepositoryId("acme", "orders"), NOW, new TreeId("d".repeat(40)), List.of(12), "production");
    }

    /** A repository whose change brings the last ones. */
    RepositoryFiles repository(int brought) {
        List<String> paths = List.copyOf(files.keySet());
        int kept = count() - brought;
        Map<String, String> before = paths.stream().limit(kept).collect(Collectors.toMap(path -> path, path -> path));
        Map<String, String> now = paths.stream().collect(Collectors.toMap(path -> path, path -> path));
        return new RepositoryFiles() {
            @Override
            public Compared compared() {
                return new Compared(change(), BEFORE);
            }

            @Override
            public Map<String, String> at(CommitId commit) {
                return commit.equals(BEFORE) ? before : now;
            }

            @Override
            public byte[] content(String blob) {
                return files.get(blob).getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
