package io.jenkins.plugins.itgc.testbed.controller.jelly;

import hudson.Util;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Turns elements into HTML. */
final class Drawing {
    private static final String LAYOUT = "/lib/layout";
    private static final String CORE = "jelly:core";
    private static final String STAPLER = "jelly:stapler";
    private static final Set<String> WITHOUT_END = Set.of("link", "img", "br", "input", "meta", "hr");
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "layout", Set.of("title", "type"),
            "main-panel", Set.of(),
            "app-bar", Set.of("title", "subtitle"));

    private final Expressions expressions;
    private final Surroundings around;
    private final StringBuilder html = new StringBuilder();
    private String title = "";

    Drawing(Expressions expressions, Surroundings around) {
        this.expressions = expressions;
        this.around = around;
    }

    String title() {
        return title;
    }

    String html() {
        return html.toString();
    }

    void children(Node parent) throws IOException {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                html.append(Util.escape(expressions.text(child.getNodeValue())));
            }
        }
    }

    private void element(Element element) throws IOException {
        String library = element.getNamespaceURI();
        if (library == null) {
            plain(element);
        } else if (library.equals(LAYOUT)) {
            layout(element);
        } else if (library.equals(STAPLER) && element.getLocalName().equals("include")) {
            include(element);
        } else if (library.equals(CORE) && element.getLocalName().equals("jelly")) {
            children(element);
        } else {
            throw unknown(element);
        }
    }

    private JellyFailure unknown(Element element) {
        return expressions.failure("the testbed does not draw <" + element.getTagName() + ">");
    }

    private void layout(Element element) throws IOException {
        Set<String> attributes = KNOWN.get(element.getLocalName());
        if (attributes == null) {
            throw unknown(element);
        }
        NamedNodeMap given = element.getAttributes();
        for (int i = 0; i < given.getLength(); i++) {
            if (!attributes.contains(given.item(i).getNodeName())) {
                throw expressions.failure("the testbed does not know "
                        + given.item(i).getNodeName() + " of <" + element.getTagName() + ">");
            }
        }
        switch (element.getLocalName()) {
            case "layout" -> title = expressions.text(element.getAttribute("title"));
            case "app-bar" -> appBar(element);
            default -> {
                // the panel is the page's own
            }
        }
        children(element);
    }

    private void appBar(Element element) {
        String subtitle = expressions.text(element.getAttribute("subtitle"));
        html.append("<div class=\"jenkins-app-bar\"><div class=\"jenkins-app-bar__content\"><h1>")
                .append(Util.escape(expressions.text(element.getAttribute("title"))))
                .append(subtitle.isEmpty() ? "" : "<span>" + Util.escape(subtitle) + "</span>")
                .append("</h1></div></div>");
    }

    private void include(Element element) throws IOException {
        Object it = expressions.value(element.getAttribute("it"));
        String page = element.getAttribute("page").replace(".jelly", "");
        JellyPage included = JellyPage.of(it, page)
                .orElseThrow(() -> expressions.failure("there is no page " + page + " of " + it.getClass()));
        html.append(included.draw(around).body());
    }

    private void plain(Element element) throws IOException {
        html.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            html.append(' ')
                    .append(attribute.getName())
                    .append("=\"")
                    .append(Util.escape(expressions.text(attribute.getValue())))
                    .append('"');
        }
        html.append('>');
        children(element);
        if (!WITHOUT_END.contains(element.getTagName())) {
            html.append("</").append(element.getTagName()).append('>');
        }
    }
}
