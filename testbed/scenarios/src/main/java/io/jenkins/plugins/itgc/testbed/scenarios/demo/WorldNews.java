package io.jenkins.plugins.itgc.testbed.scenarios.demo;

import io.jenkins.plugins.itgc.gate.Topic;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.gates.DeployCalendars;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.window.WindowGate;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.api.FlywayException;

/**
 * Tells the gates that something happened in the world, as the webhooks of real systems do, and migrates its databases. On a
 * thread of its own, since the world is locked while it changes.
 */
final class WorldNews implements AutoCloseable {
    private final WorldDatabases databases;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final AtomicReference<Exception> trouble = new AtomicReference<>();

    private WorldNews(WorldDatabases databases) {
        this.databases = databases;
    }

    /**
     * Begins to tell the controller that runs.
     *
     * @param folder where the databases are
     */
    static WorldNews of(World world, Path folder) throws IOException {
        return of(world, folder, () -> wakeGates(world));
    }

    /** Only migrates the databases: the controller that reads them runs elsewhere. */
    static WorldNews toNobody(World world, Path folder) throws IOException {
        return of(world, folder, () -> {});
    }

    private static WorldNews of(World world, Path folder, Runnable told) throws IOException {
        WorldDatabases databases = new WorldDatabases(world, folder);
        try {
            databases.catchUp();
        } catch (SQLException e) {
            throw new IOException("The databases of the world could not be made.", e);
        }
        WorldNews news = new WorldNews(databases);
        world.onChange(() -> news.thread.execute(() -> news.tell(told)));
        return news;
    }

    private void tell(Runnable told) {
        try {
            databases.catchUp();
            told.run();
        } catch (IOException | SQLException | FlywayException e) {
            System.err.println("A database of the world could not be migrated: " + e.getMessage());
            trouble.compareAndSet(null, e);
        }
    }

    private static void wakeGates(World world) {
        DeployCalendars.get().forget();
        world.databases().keySet().forEach(name -> wake(MigrationGate.topic(name)));
        world.jira().issues().keySet().forEach(key -> wake(Topic.ticket(key)));
        wake(WindowGate.topic("production"));
    }

    private static void wake(Topic topic) {
        ItgcServices.get().waiting().wake(topic);
    }

    /** @throws IOException when something that happened in the world could not be carried out */
    void requireNoTrouble() throws IOException {
        if (trouble.get() != null) {
            throw new IOException("A database of the world could not be migrated.", trouble.get());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
