package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Deploys as an Atom feed (RFC 4287). */
public final class AtomFeed {
    private final XMLStreamWriter xml;
    private final String root;

    private AtomFeed(XMLStreamWriter xml, String root) {
        this.xml = xml;
        this.root = root;
    }

    /** @param root address of the controller, with a slash at its end */
    public static String of(String root, List<Deploy> deploys) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new AtomFeed(xml, root).write(deploys);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A feed could not be written.", e);
        }
        return text.toString();
    }

    private void write(List<Deploy> deploys) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element("id", root + "deploys/");
        element("title", "Deploys");
        element("updated", (deploys.isEmpty() ? Instant.EPOCH : changed(deploys.get(0))).toString());
        link("alternate", root + "deploys/");
        link("self", root + "deploys/feed.atom");
        for (Deploy deploy : deploys) {
            entry(deploy);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Deploy deploy) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", root + "deploys/deploy/" + deploy.id());
        element("title", FeedEntry.title(deploy));
        element("updated", changed(deploy).toString());
        element("published", deploy.requestedAt().toString());
        xml.writeStartElement("author");
        element("name", deploy.startedBy() == null ? "Jenkins" : deploy.startedBy());
        xml.writeEndElement();
        link("alternate", FeedEntry.link(root, deploy));
        StringBuilder summary = new StringBuilder();
        deploy.body().pullRequests().forEach(pullRequest -> summary.append('#')
                .append(pullRequest.number())
                .append(' ')
                .append(pullRequest.title())
                .append('\n'));
        element("summary", summary.toString().strip());
        xml.writeEndElement();
    }

    private static Instant changed(Deploy deploy) {
        if (deploy.finishedAt() != null) {
            return deploy.finishedAt();
        }
        return deploy.startedAt() == null ? deploy.requestedAt() : deploy.startedAt();
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        // Characters that XML has no way to write are left out.
        xml.writeCharacters(
                text.replaceAll("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", ""));
        xml.writeEndElement();
    }
}
