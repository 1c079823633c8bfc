package io.jenkins.plugins.itgc.connect.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A calendar of Google: keeps events, numbers its changes, gives them in pages and since a token. It takes only requests,
 * and gives only answers, that the definitions have; anything else ends a test.
 */
final class GoogleStandIn implements AutoCloseable {
    private static final String PATH = "/calendar/v3/calendars/team@example.com/events";
    private static final String LIST = "/calendar/v3/calendars/{calendarId}/events";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 2;

    private final GoogleDefinitions definitions = new GoogleDefinitions();
    private final HttpServer server;
    private final Map<String, ObjectNode> events = new LinkedHashMap<>();
    private final Map<String, Integer> changedAt = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<RuntimeException> violations = new ArrayList<>();
    private int change;
    private int oldestToken;

    GoogleStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Queries and changes, in order. */
    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    /** Enters or changes an event, as a person does. */
    synchronized void put(String json) throws IOException {
        store((ObjectNode) JSON.readTree(json));
    }

    private void store(ObjectNode event) {
        event.put("kind", "calendar#event");
        definitions.require("Event", event);
        events.put(event.get("id").asText(), event);
        changedAt.put(event.get("id").asText(), ++change);
    }

    /** Tokens given up to now are not taken any more. */
    synchronized void expireTokens() {
        oldestToken = ++change;
    }

    synchronized JsonNode event(String id) {
        return events.get(id);
    }

    /** @throws RuntimeException the first thing that was not as defined */
    synchronized void requireNoViolation() {
        violations.stream().findFirst().ifPresent(violation -> {
            throw violation;
        });
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try {
            respond(exchange);
        } catch (RuntimeException e) {
            violations.add(e);
            send(exchange, 500, JSON.createObjectNode());
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (path.equals("/token")) {
            send(
                    exchange,
                    200,
                    JSON.createObjectNode()
                            .put("access_token", "t")
                            .put("token_type", "Bearer")
                            .put("expires_in", 3600));
        } else if (!"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, error(401));
        } else if (path.equals(PATH) && method.equals("GET")) {
            list(exchange, query(exchange));
        } else if (path.equals(PATH) && method.equals("POST")) {
            definitions.requireCall(
                    "POST " + LIST, "Events$Insert", query(exchange).keySet());
            write(exchange, null);
        } else if (path.startsWith(PATH + "/") && method.equals("PUT")) {
            definitions.requireCall(
                    "PUT " + LIST + "/{eventId}",
                    "Events$Update",
                    query(exchange).keySet());
            write(exchange, path.substring(PATH.length() + 1));
        } else {
            throw new IllegalArgumentException("asked for " + method + " " + path);
        }
    }

    private void list(HttpExchange exchange, Map<String, String> query) throws IOException {
        definitions.requireCall("GET " + LIST, "Events$List", query.keySet());
        String token = query.get("syncToken");
        asked.add("list since " + token + " page " + query.get("pageToken"));
        int since = token == null ? -1 : Integer.parseInt(token.substring(1));
        if (token != null && since < oldestToken) {
            send(exchange, 410, error(410));
            return;
        }
        List<ObjectNode> found = events.values().stream()
                .filter(event -> changedAt.get(event.get("id").asText()) > since)
                .filter(event -> token != null || !isGone(event))
                .toList();
        int from = query.containsKey("pageToken")
                ? Integer.parseInt(query.get("pageToken").substring(1))
                : 0;
        ObjectNode answer =
                JSON.createObjectNode().put("kind", "calendar#events").put("timeZone", "Asia/Tokyo");
        ArrayNode items = answer.putArray("items");
        found.stream().skip(from).limit(PAGE).forEach(items::add);
        if (from + PAGE < found.size()) {
            answer.put("nextPageToken", "p" + (from + PAGE));
        } else {
            answer.put("nextSyncToken", "s" + change);
        }
        send(exchange, 200, definitions.require("Events", answer));
    }

    /** Without a token, cancelled occurrences are told, cancelled events are not. */
    private static boolean isGone(ObjectNode event) {
        return event.path("status").asText().equals("cancelled") && !event.has("recurringEventId");
    }

    private void write(HttpExchange exchange, String id) throws IOException {
        ObjectNode event = (ObjectNode) definitions.require("Event", JSON.readTree(body(exchange)));
        String key = event.path("id").asText();
        asked.add((id == null ? "insert " : "update ") + key);
        if (!key.matches("[a-v0-9]{5,1024}")) {
            throw new IllegalArgumentException("Google takes no such id: " + key);
        }
        if (id != null && !events.containsKey(id)) {
            send(exchange, 404, error(404));
        } else if (id == null && events.containsKey(key)) {
            send(exchange, 409, error(409));
        } else {
            store(event);
            send(exchange, 200, event);
        }
    }

    /** Google's client packs what it sends. */
    private static InputStream body(HttpExchange exchange) throws IOException {
        return "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))
                ? new GZIPInputStream(exchange.getRequestBody())
                : exchange.getRequestBody();
    }

    private static ObjectNode error(int code) {
        ObjectNode answer = JSON.createObjectNode();
        answer.putObject("error").put("code", code).put("message", "as documented");
        return answer;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new TreeMap<>();
        String raw = exchange.getRequestURI().getRawQuery();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        byte[] body = JSON.writeValueAsBytes(json);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
        exchange.getResponseHeaders()
                .set("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
