package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.model.Run;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What stands below a build. */
final class BuildPages {
    private BuildPages() {}

    static Object next(Step step) throws IOException {
        Run<?, ?> run = (Run<?, ?>) step.node;
        WebRequest request = step.request;
        if (!request.hasMore()) {
            return page(step, Pages.of(request).build(run));
        }
        return switch (request.peek()) {
            case "console" -> page(step, Pages.of(request).console(run));
            case "consoleText" -> text(step, run);
            case "logText" -> progressive(step, run);
            default -> null;
        };
    }

    private static Object page(Step step, String html) throws IOException {
        Answers.html(step.response, 200, html);
        return Step.ANSWERED;
    }

    private static Object text(Step step, Run<?, ?> run) throws IOException {
        Answers.write(step.response, 200, "text/plain", run.getLog());
        return Step.ANSWERED;
    }

    private static Object progressive(Step step, Run<?, ?> run) throws IOException {
        step.request.take();
        String kind = step.request.hasMore() ? step.request.take() : "";
        boolean building = run.isBuilding();
        byte[] log = log(run);
        int start = Math.min(log.length, start(step.request.getParameter("start")));
        int end = building ? lastLineEnd(log) : log.length;
        String part = new String(Arrays.copyOfRange(log, start, Math.max(start, end)), StandardCharsets.UTF_8);
        step.response.setHeader("X-Text-Size", String.valueOf(Math.max(start, end)));
        if (building) {
            step.response.setHeader("X-More-Data", "true");
        }
        boolean html = kind.equals("progressiveHtml");
        String base = step.request.getContextPath();
        Answers.write(
                step.response,
                200,
                html ? "text/html" : "text/plain",
                html ? LogLines.html(part, base) : LogLines.plain(part));
        return Step.ANSWERED;
    }

    private static byte[] log(Run<?, ?> run) throws IOException {
        try (InputStream in = run.getLogInputStream()) {
            return in.readAllBytes();
        }
    }

    private static int lastLineEnd(byte[] log) {
        int end = log.length;
        while (end > 0 && log[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static int start(String text) {
        return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
