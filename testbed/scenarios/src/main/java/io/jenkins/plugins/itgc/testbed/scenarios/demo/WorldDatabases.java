package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.git.TreeEntry;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Database;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;

/** The databases of a world, each a file of SQLite, which Flyway migrates as far as the world says that somebody did. */
final class WorldDatabases {
    private final World world;
    private final Path folder;
    private final Map<String, String> migrated = new LinkedHashMap<>();

    /** @param folder where the files are */
    WorldDatabases(World world, Path folder) {
        this.world = world;
        this.folder = folder;
    }

    static String url(Path folder, String database) {
        return "jdbc:sqlite:" + folder.resolve(database + ".db");
    }

    /** Makes the files, and applies what was not applied yet. */
    void catchUp() throws IOException, SQLException {
        for (Map.Entry<String, Database> database : world.databases().entrySet()) {
            String wanted = world.locked(database.getValue()::migrated);
            if (!migrated.containsKey(database.getKey())) {
                create(database.getKey());
            }
            if (wanted != null && !wanted.equals(migrated.get(database.getKey()))) {
                migrate(database.getKey(), world.locked(() -> scripts(database.getValue(), wanted)));
            }
            migrated.put(database.getKey(), wanted);
        }
    }

    private void create(String name) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(folder, name));
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1");
        }
    }

    private static Map<String, byte[]> scripts(Database database, String commit) {
        Repository repository = database.repository();
        Map<String, byte[]> scripts = new TreeMap<>();
        for (TreeEntry entry :
                repository.trees().entries(repository.store().commit(commit).tree(), true)) {
            if (entry.type().equals("blob") && entry.path().startsWith(database.folder() + "/")) {
                scripts.put(entry.name(), repository.store().blob(entry.sha()));
            }
        }
        return scripts;
    }

    private void migrate(String name, Map<String, byte[]> scripts) throws IOException {
        Path applied = Files.createTempDirectory(folder, name + "-scripts");
        for (Map.Entry<String, byte[]> script : scripts.entrySet()) {
            Files.write(applied.resolve(script.getKey()), script.getValue());
        }
        Flyway.configure(WorldDatabases.class.getClassLoader())
                .dataSource(url(folder, name), null, null)
                .locations("filesystem:" + applied)
                .load()
                .migrate();
    }
}
