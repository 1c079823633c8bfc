package io.jenkins.plugins.itgc.testbed.controller.jelly;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** A page in Jelly, and the object it is about. */
public final class JellyPage {
    private final Object it;
    private final URL script;

    /**
     * A page that was drawn.
     *
     * @param title what stands in the title bar
     * @param body HTML
     * @param around what it was drawn in
     */
    public record Drawn(String title, String body, Surroundings around) {}

    private JellyPage(Object it, URL script) {
        this.it = it;
        this.script = script;
    }

    /** The page of this name that the object's class or one above it has. */
    public static Optional<JellyPage> of(Object it, String name) {
        for (Class<?> type = it.getClass(); type != null; type = type.getSuperclass()) {
            String path = type.getName().replace('.', '/').replace('$', '/') + "/" + name + ".jelly";
            URL script = it.getClass().getClassLoader() == null
                    ? null
                    : it.getClass().getClassLoader().getResource(path);
            if (script != null) {
                return Optional.of(new JellyPage(it, script));
            }
        }
        return Optional.empty();
    }

    /** @throws JellyFailure when it uses a tag or an expression that is not known here */
    public Drawn draw(Surroundings around) throws IOException {
        Drawing drawing = new Drawing(new Expressions(it, script, around), around);
        drawing.children(root());
        return new Drawn(drawing.title(), drawing.html(), around);
    }

    Element root() throws IOException {
        try (InputStream in = script.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(in).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(script + " is no XML", e);
        }
    }
}
