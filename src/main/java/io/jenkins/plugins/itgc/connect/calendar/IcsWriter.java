package io.jenkins.plugins.itgc.connect.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/** Writes events as iCalendar text (RFC 5545). Text from outside is escaped, so that it cannot write lines of its own. */
public final class IcsWriter {
    /** Characters and not octets, so that lines stay short in any language. */
    private static final int LINE = 73;

    private static final Pattern IN_HALVES = Pattern.compile("([\\x{D800}-\\x{DBFF}])\r\n ([\\x{DC00}-\\x{DFFF}])");

    /**
     * An event that takes nobody's time.
     *
     * @param uid what names it everywhere
     * @param stamp when it was written
     * @param text what else there is to say
     * @param link where there is more; null for nowhere. What is no address is left out
     */
    public record Entry(
            String uid,
            Instant stamp,
            Instant start,
            Instant end,
            String title,
            String text,
            @Nullable String link) {}

    private IcsWriter() {}

    /** @param product who writes it, such as {@code -//itgc-deploy-gates//EN} */
    public static String text(String product, List<Entry> entries) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(product));
        calendar.add(ImmutableVersion.VERSION_2_0);
        entries.forEach(entry -> calendar.add(event(entry)));
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, LINE).output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return IN_HALVES.matcher(text.toString()).replaceAll("$1$2");
    }

    private static VEvent event(Entry entry) {
        VEvent event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new DtStamp(entry.stamp().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtStart<>(entry.start().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new DtEnd<>(entry.end().truncatedTo(ChronoUnit.SECONDS)));
        event.add(new Summary(plain(entry.title())));
        event.add(new Description(plain(entry.text())));
        link(entry.link(), event);
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static String plain(String text) {
        return text.replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", "");
    }

    private static void link(@Nullable String link, VEvent event) {
        try {
            if (link != null) {
                event.add(new Url(new URI(link)));
            }
        } catch (URISyntaxException e) {
            // The event says the same without it.
        }
    }
}
