package io.jenkins.plugins.itgc.connect.calendar;

import io.jenkins.plugins.itgc.gate.Message;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a WebDAV answer about many things (RFC 4918). */
final class MultiStatus {
    private static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

    private MultiStatus() {}

    /** @throws UnreadableEvent when it is no such answer, or tells of something that it cannot give */
    static List<String> calendarData(byte[] body) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(body));
            return read(xml);
        } catch (XMLStreamException e) {
            throw new UnreadableEvent(Message.of("connect.calendar.not-webdav"), e);
        }
    }

    private static List<String> read(XMLStreamReader xml) throws XMLStreamException {
        List<String> found = new ArrayList<>();
        boolean multistatus = false;
        int responses = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String name = xml.getLocalName();
            multistatus |= name.equals("multistatus");
            responses += name.equals("response") ? 1 : 0;
            if (name.equals("calendar-data") && CALDAV.equals(xml.getNamespaceURI())) {
                found.add(xml.getElementText());
            }
        }
        if (!multistatus || responses != found.size()) {
            throw new UnreadableEvent(Message.of("connect.calendar.not-whole"));
        }
        return found;
    }
}
