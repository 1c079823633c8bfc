package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;

/** Reads iCalendar text (RFC 5545). */
final class IcsText {
    private IcsText() {}

    /** @throws UnreadableEvent when it is not a whole calendar in UTF-8 */
    static List<Event> read(byte[] bytes) {
        IcsComponents components = new IcsComponents();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            new CalendarParserImpl()
                    .parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), components);
        } catch (CharacterCodingException e) {
            throw new UnreadableEvent(Message.of("connect.calendar.not-utf8"), e);
        } catch (IOException | ParserException | RuntimeException e) {
            throw told(e);
        }
        return components.list();
    }

    /** The parser wraps what is thrown while it parses. */
    private static UnreadableEvent told(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEvent unreadable) {
                return unreadable;
            }
        }
        return new UnreadableEvent(Message.of("connect.calendar.not-icalendar"), problem);
    }
}
