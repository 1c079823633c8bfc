package io.jenkins.plugins.itgc.connect.redmine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The Redmine that {@code testbed/redmine/start} serves, with what its people do there. */
public final class RealRedmine {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Properties settings = new Properties();
    private final JsonNode statuses;

    private RealRedmine() throws IOException, InterruptedException {
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("itgc.redmine")))) {
            settings.load(file);
        }
        statuses = answer("ADMIN_KEY", "GET", "/issue_statuses.json", "").get("issue_statuses");
    }

    /** The one that the system property {@code itgc.redmine} names. */
    public static RealRedmine served() throws IOException, InterruptedException {
        return new RealRedmine();
    }

    public URI url() {
        return URI.create(settings.getProperty("URL"));
    }

    /** The API key of somebody, by the name that the settings give it. */
    public String key(String name) {
        return settings.getProperty(name);
    }

    private HttpResponse<String> ask(String as, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("X-Redmine-API-Key", key(as))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode answer(String as, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(as, method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return JSON.readTree(answer.body());
    }

    /** Alice opens a ticket. */
    public String opened(String project) throws IOException, InterruptedException {
        String issue = "{\"issue\":{\"project_id\":\"" + project
                + "\",\"subject\":\"Faster checkout \\u202e\\ud83d\\ude80\",\"description\":\"As agreed.\"}}";
        return answer("ALICE_KEY", "POST", "/issues.json", issue)
                .get("issue")
                .get("id")
                .asText();
    }

    /** Somebody puts a ticket into a status. */
    public void moved(String key, String as, String status) throws IOException, InterruptedException {
        for (JsonNode known : statuses) {
            if (known.get("name").asText().equals(status)) {
                changed(key, as, "\"status_id\":" + known.get("id"));
            }
        }
    }

    /** Somebody changes a ticket. */
    public void changed(String key, String as, String member) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(as, "PUT", "/issues/" + key + ".json", "{\"issue\":{" + member + "}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
