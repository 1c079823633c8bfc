package io.jenkins.plugins.itgc.testbed.sandbox.calendar;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Answer;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Credentials;
import io.jenkins.plugins.itgc.testbed.sandbox.http.HttpProblem;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Request;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Routes;
import io.jenkins.plugins.itgc.testbed.sandbox.http.Site;
import io.jenkins.plugins.itgc.testbed.sandbox.model.Calendar;

/** The world's calendars: each as one iCalendar file, and over CalDAV as far as calendar programs and gates use it. */
public final class CalendarServer implements Site {
    private static final String KIND = "text/calendar; charset=utf-8";

    private final World world;
    private final Routes routes = new Routes();

    /** Calendars of that world. */
    public CalendarServer(World world) {
        this.world = world;
        routes.on("GET", "/calendars/{calendar}.ics", this::file)
                .on("REPORT", "/calendars/{calendar}/", this::report)
                .on("GET", "/calendars/{calendar}/{name}", this::shown)
                .on("PUT", "/calendars/{calendar}/{name}", this::put)
                .on("DELETE", "/calendars/{calendar}/{name}", this::removed);
    }

    @Override
    public boolean answers(String path) {
        return path.startsWith("/calendars/");
    }

    @Override
    public Answer answer(Request request) {
        try {
            if (Credentials.caller(world, request).isEmpty()) {
                return Answer.empty(401).with("WWW-Authenticate", "Basic realm=\"calendars\"");
            }
            Routes.Found found =
                    routes.find(request.method(), request.path()).orElseThrow(() -> new HttpProblem(404, ""));
            return found.endpoint().answer(request.on(found.variables()));
        } catch (HttpProblem e) {
            return Answer.empty(e.status());
        }
    }

    private Calendar calendar(Request request) {
        Calendar found = world.calendars().get(request.variable("calendar"));
        if (found == null) {
            throw new HttpProblem(404, "");
        }
        return found;
    }

    private Answer file(Request request) {
        String text = calendar(request).whole();
        String mark = Calendar.mark(text);
        return mark.equals(request.header("If-None-Match").orElse(""))
                ? Answer.empty(304).with("ETag", mark)
                : Answer.text(200, KIND, text).with("ETag", mark);
    }

    private Answer report(Request request) {
        if (!request.body().contains("calendar-query")) {
            throw new HttpProblem(403, "");
        }
        MultiStatus all = new MultiStatus();
        calendar(request).objects().forEach((name, text) -> all.add(request.path() + name, text));
        return Answer.text(207, "application/xml; charset=utf-8", all.text());
    }

    private Answer shown(Request request) {
        String text = found(request);
        if (text == null) {
            throw new HttpProblem(404, "");
        }
        return Answer.text(200, KIND, text).with("ETag", Calendar.mark(text));
    }

    private String found(Request request) {
        return calendar(request).objects().get(request.variable("name"));
    }

    private Answer put(Request request) {
        String before = found(request);
        requireAsSeen(request, before);
        if (!request.body().startsWith("BEGIN:VCALENDAR")
                || !request.variable("name").endsWith(".ics")) {
            throw new HttpProblem(415, "");
        }
        calendar(request).put(request.variable("name"), request.body());
        return Answer.empty(before == null ? 201 : 204).with("ETag", Calendar.mark(request.body()));
    }

    private Answer removed(Request request) {
        requireAsSeen(request, found(request));
        if (!calendar(request).remove(request.variable("name"))) {
            throw new HttpProblem(404, "");
        }
        return Answer.empty(204);
    }

    private static void requireAsSeen(Request request, String now) {
        boolean wantsNone = "*".equals(request.header("If-None-Match").orElse(""));
        boolean asSeen = request.header("If-Match")
                .map(seen -> now != null && (seen.equals("*") || seen.equals(Calendar.mark(now))))
                .orElse(true);
        if ((wantsNone && now != null) || !asSeen) {
            throw new HttpProblem(412, "");
        }
    }
}
