package io.jenkins.plugins.itgc.testbed.controller.store;

import hudson.model.Descriptor;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The {@code config.xml} of jobs, in the form that Jenkins reads and writes. */
final class JobXml {
    private JobXml() {}

    static TopLevelItem read(ItemGroup<?> parent, File folder) throws IOException {
        Element root = parse(new File(folder, "config.xml")).getDocumentElement();
        return switch (root.getTagName()) {
            case "flow-definition" -> job(parent, folder.getName(), root);
            default -> throw new IOException("Jobs of the kind " + root.getTagName() + " are not known: " + folder);
        };
    }

    private static Document parse(File file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            String xml = java.nio.file.Files.readString(file.toPath())
                    .replaceFirst("version=(['\"])1\\.1\\1", "version='1.0'");
            return factory.newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("Unable to read " + file, e);
        }
    }

    private static WorkflowJob job(ItemGroup<?> parent, String name, Element root) throws IOException {
        WorkflowJob job = new WorkflowJob(parent, name);
        String script = text(root, "script");
        if (script != null) {
            try {
                job.setDefinition(new CpsFlowDefinition(script, Boolean.parseBoolean(text(root, "sandbox"))));
            } catch (Descriptor.FormException e) {
                throw new IOException(e);
            }
        }
        return job;
    }

    static String text(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return found.getLength() == 0 ? null : found.item(0).getTextContent();
    }

    static void write(WorkflowJob job) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartElement("flow-definition");
            if (job.getDefinition() instanceof CpsFlowDefinition definition) {
                xml.writeStartElement("definition");
                xml.writeAttribute("class", CpsFlowDefinition.class.getName());
                element(xml, "script", definition.getScript());
                element(xml, "sandbox", String.valueOf(definition.isSandbox()));
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        XmlStore.replace(
                new File(job.getRootDir(), "config.xml").toPath(),
                text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
