package io.jenkins.plugins.itgc.testbed.controller.store;

import java.io.IOException;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a small XML document. */
final class XmlText {
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    XmlText(String root) throws IOException {
        try {
            xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartElement(root);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    XmlText open(String name, String type) throws IOException {
        try {
            xml.writeStartElement(name);
            if (type != null) {
                xml.writeAttribute("class", type);
            }
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    XmlText element(String name, String value) throws IOException {
        try {
            xml.writeStartElement(name);
            xml.writeCharacters(value == null ? "" : value);
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    XmlText close() throws IOException {
        try {
            xml.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    String finish() throws IOException {
        try {
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
