package io.jenkins.plugins.itgc.jenkins.steps;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.DatabaseEntry;
import io.jenkins.plugins.itgc.jenkins.config.EnvironmentEntry;
import io.jenkins.plugins.itgc.jenkins.config.GitHubEntry;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import io.jenkins.plugins.itgc.jenkins.config.TargetEntry;
import io.jenkins.plugins.itgc.migration.MigrationGate;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** A database that somebody is to migrate, and a GitHub whose acme/orders#12 brings a table. */
final class Shard implements AutoCloseable {
    static final String HEAD = "c".repeat(40);
    static final String STEP = "requireMigration database: 'orders', environment: 'production', service: 'orders',"
            + " repository: 'acme/orders', pullRequest: 12";
    private static final String BASE = "b".repeat(40);
    private static final String BLOB = "f".repeat(40);

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
    private final String url;

    /** @param folder where the database is, as shard.db */
    Shard(Path folder) throws SQLException {
        url = "jdbc:sqlite:" + folder.resolve("shard.db");
        run("CREATE TABLE other (id INTEGER)");
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().withStatus(404)));
        json(
                "/pulls/12",
                "{\"number\":12,\"html_url\":\"https://github.example/12\",\"title\":\"Faster\",\"body\":\"\","
                        + "\"head\":{\"sha\":\"" + HEAD + "\"},\"base\":{\"sha\":\"" + BASE + "\"}}");
        json("/compare/" + BASE + "..." + HEAD, "{\"merge_base_commit\":{\"sha\":\"" + BASE + "\"}}");
        json("/commits/" + HEAD, "{\"commit\":{\"tree\":{\"sha\":\"" + "d".repeat(40) + "\"}}}");
        json("/git/trees/" + BASE, "{\"truncated\":false,\"tree\":[]}");
        tree("sql/1.sql");
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders/git/blobs/" + BLOB))
                .willReturn(aResponse().withBody("CREATE TABLE orders (id INTEGER);")));
    }

    /** Tells the controller where both are. */
    void configure() {
        GitHubEntry gitHub = new GitHubEntry();
        gitHub.setApiUri(server.baseUrl());
        ItgcConfiguration.get().setGitHub(gitHub);
        TargetEntry target = new TargetEntry("shard-1");
        target.setUrl(url);
        DatabaseEntry orders = new DatabaseEntry("orders");
        orders.setTool("sql");
        orders.setFiles("sql/**");
        orders.setContact("dba@example.com");
        orders.setTargets(List.of(target));
        EnvironmentEntry production = new EnvironmentEntry("production");
        production.setDatabases(List.of(orders));
        ItgcConfiguration.get().setEnvironments(List.of(production));
    }

    /** The database is said to be of these services alone. */
    void serves(String services) {
        ItgcConfiguration.get().getEnvironments().get(0).getDatabases().get(0).setServices(services);
    }

    /** What GitHub answers to a question about the repository from now on. */
    void json(String path, String body) {
        server.stubFor(get(urlPathEqualTo("/repos/acme/orders" + path)).willReturn(okJson(body)));
    }

    /** The one file that the pull request brings. */
    void tree(String path) {
        json(
                "/git/trees/" + HEAD,
                "{\"truncated\":false,\"tree\":[{\"type\":\"blob\",\"path\":\"" + path + "\",\"sha\":\"" + BLOB
                        + "\"}]}");
    }

    /** Somebody changes the database. */
    void run(String sql) throws SQLException {
        try (Connection connection = new org.sqlite.JDBC().connect(url, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The controller hears that somebody did. */
    static void migrated() {
        ItgcServices.get().waiting().wake(MigrationGate.topic("orders"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
