package io.jenkins.plugins.itgc.testbed.scenarios.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** What a browser fetches for the dashboard. */
final class PageWeight {
    private static final String FOLDER = "/testbed-webapp/itgc-deploy-gates/dashboard/";
    private static final Pattern CHARTS = Pattern.compile("\\./(charts-[A-Za-z0-9_-]+\\.js)");

    private PageWeight() {}

    static Table table() throws IOException {
        byte[] script = file("dashboard.js");
        Matcher charts = CHARTS.matcher(new String(script, java.nio.charset.StandardCharsets.UTF_8));
        if (!charts.find()) {
            throw new IllegalStateException("The dashboard's script does not name its charts; build it anew.");
        }
        Table table = new Table("part of the dashboard", "KB", "KB compressed (gzip)");
        int all = script.length + file("dashboard.css").length;
        int packed = packed(script) + packed(file("dashboard.css"));
        byte[] drawing = file(charts.group(1));
        return table.row("script and style of every page", kilo(all), kilo(packed))
                .row("charts, on the metrics page only", kilo(drawing.length), kilo(packed(drawing)));
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream in = PageWeight.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + FOLDER + name + "; build the testbed.");
            }
            return in.readAllBytes();
        }
    }

    private static int packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }

    private static String kilo(int bytes) {
        return "%.0f".formatted(bytes / 1000.0);
    }
}
