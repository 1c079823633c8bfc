package io.jenkins.plugins.itgc.testbed.sandbox.http;

import io.jenkins.plugins.itgc.testbed.sandbox.RecordedRequest;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.FaultYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Reads a request, lets its site answer, spoils the answer as the world's faults say, and sends it after the latency. */
public final class SandboxHandler extends Handler.Abstract {
    private final World world;
    private final List<Site> sites;
    private final RequestLog log;

    /** Sites are asked in that order. */
    public SandboxHandler(World world, List<Site> sites, RequestLog log) {
        this.world = world;
        this.sites = List.copyOf(sites);
        this.log = log;
    }

    @Override
    public boolean handle(org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Instant start = Instant.now();
        Request read = read(request);
        String operation = GraphQlOperation.nameOf(read);
        List<FaultYaml> faults = world.faults().striking(read.method(), read.path(), operation);
        Answer answer = answer(read, faults);
        faults.stream().filter(fault -> !fault.operationsIn().isZero()).forEach(fault -> request.getComponents()
                .getScheduler()
                .schedule(() -> operate(fault), fault.operationsIn().toMillis(), TimeUnit.MILLISECONDS));
        Duration delay =
                faults.stream().map(FaultYaml::latency).reduce(world.faults().latency(), Duration::plus);
        Runnable send = () -> {
            if (site(read).isCounted()) {
                log.add(recorded(read, request.getHttpURI().getQuery(), operation, answer, start));
            }
            new Sending(request, response, callback, faults).send(answer);
        };
        Duration rest = delay.minus(Duration.between(start, Instant.now()));
        if (rest.isNegative() || rest.isZero()) {
            send.run();
        } else {
            request.getComponents().getScheduler().schedule(send, rest.toMillis(), TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private Answer answer(Request request, List<FaultYaml> faults) {
        return world.locked(() -> {
            Answer answer = faults.stream()
                    .filter(fault -> fault.status() != null || fault.rateLimit() != null)
                    .findFirst()
                    .map(Spoiled::instead)
                    .orElseGet(() -> site(request).answer(request));
            for (FaultYaml fault : faults) {
                answer = Spoiled.by(fault, answer);
                if (fault.operationsIn().isZero()) {
                    operate(fault);
                }
            }
            return answer;
        });
    }

    private void operate(FaultYaml fault) {
        Operations.parse(fault.operations()).forEach(world::apply);
    }

    private Site site(Request request) {
        return sites.stream()
                .filter(site -> site.answers(request.path()))
                .findFirst()
                .orElseThrow();
    }

    private static Request read(org.eclipse.jetty.server.Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.getHeaders().forEach(field -> headers.put(field.getName().toLowerCase(Locale.ROOT), field.getValue()));
        Map<String, String> query = new LinkedHashMap<>();
        for (Fields.Field field : org.eclipse.jetty.server.Request.extractQueryParameters(request)) {
            query.put(field.getName(), field.getValue());
        }
        return new Request(
                request.getMethod(), request.getHttpURI().getPath(), query, headers, body(request), Map.of(), null);
    }

    private static String body(org.eclipse.jetty.server.Request request) {
        try {
            return Content.Source.asString(request, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedRequest recorded(
            Request request, String query, String operation, Answer answer, Instant start) {
        return new RecordedRequest(
                request.method(),
                request.path(),
                query == null ? "" : query,
                operation,
                request.body(),
                answer.status(),
                request.body().getBytes(StandardCharsets.UTF_8).length,
                answer.body().length,
                start,
                Instant.now());
    }
}
