package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.dashboard.AtomFeed;
import io.jenkins.plugins.itgc.dashboard.CalendarFeed;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** Deploys for readers of feeds and calendars. */
final class Feed implements HttpResponse {
    /** How many deploys a feed holds. */
    static final int LIMIT = 200;

    private final String type;
    private final String text;

    private Feed(String type, String text) {
        this.type = type;
        this.text = text;
    }

    static Feed atom(String root, List<Deploy> deploys) {
        return new Feed("application/atom+xml", AtomFeed.of(root, deploys));
    }

    static Feed calendar(String root, List<Deploy> deploys) {
        return new Feed("text/calendar", CalendarFeed.of(root, deploys));
    }

    @Override
    public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node) throws IOException {
        response.setHeader("Cache-Control", "private, no-cache");
        response.setContentType(type + ";charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
