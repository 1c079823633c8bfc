package io.jenkins.plugins.itgc.connect.calendar;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** The Radicale that {@code testbed/radicale/start} serves, with a new calendar, as a person's calendar program uses it. */
public final class Radicale {
    private final Properties properties = new Properties();
    private final URI calendar;

    public Radicale() throws IOException, InterruptedException {
        try (Reader file = Files.newBufferedReader(Path.of(System.getProperty("itgc.radicale")))) {
            properties.load(file);
        }
        calendar = URI.create(properties.getProperty("URL") + "/" + user() + "/" + UUID.randomUUID() + "/");
        require(201, ask("MKCALENDAR", "", "", "If-None-Match", "*"));
    }

    public URI calendar() {
        return calendar;
    }

    public String user() {
        return properties.getProperty("USER");
    }

    public String password() {
        return properties.getProperty("PASSWORD");
    }

    /** Enters an event, or changes it, as iCalendar's lines without UID. */
    void enter(String uid, String... lines) throws IOException, InterruptedException {
        String text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//person//EN\r\n"
                + "BEGIN:VEVENT\r\nUID:" + uid + "\r\nDTSTAMP:20261101T000000Z\r\n"
                + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        require(201, ask("PUT", uid + ".ics", text, "Content-Type", "text/calendar"));
    }

    void remove(String uid) throws IOException, InterruptedException {
        require(200, ask("DELETE", uid + ".ics", "", "If-Match", "*"));
    }

    /** The whole calendar as iCalendar text. */
    public String text() throws IOException, InterruptedException {
        HttpResponse<String> answer = ask("GET", "", "", "Accept", "text/calendar");
        require(200, answer);
        return answer.body();
    }

    /** The status of its answer. */
    int put(String name, String text, String header, String value) throws IOException, InterruptedException {
        return ask("PUT", name, text, header, value).statusCode();
    }

    private HttpResponse<String> ask(String method, String name, String body, String header, String value)
            throws IOException, InterruptedException {
        String login = Base64.getEncoder().encodeToString((user() + ":" + password()).getBytes(StandardCharsets.UTF_8));
        // Radicale closes each connection, which a client that is used again notices too late.
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(calendar.resolve(name))
                                .header("Authorization", "Basic " + login)
                                .header(header, value)
                                .method(
                                        method,
                                        body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private static void require(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError("Radicale answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    void stop() throws IOException, InterruptedException {
        run("stop", properties.getProperty("FOLDER"));
    }

    void start() throws IOException, InterruptedException {
        run("start", properties.getProperty("FOLDER"), String.valueOf(calendar.getPort()));
    }

    private void run(String command, String... arguments) throws IOException, InterruptedException {
        String[] words = new String[arguments.length + 1];
        words[0] = properties.getProperty("COMMANDS") + "/" + command;
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError("Radicale's \"" + command + "\" failed.");
        }
    }
}
