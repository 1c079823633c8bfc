package io.jenkins.plugins.itgc.testbed.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.itgc.testbed.controller.binding.BoundType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** The pages use tags that Jenkins has, and fields that their classes have. */
class JellyFidelityTest {
    private static final Path RESOURCES = SharedFolder.repository().resolve("src/main/resources");

    private static List<Path> pages() throws IOException {
        try (Stream<Path> walk = Files.walk(RESOURCES)) {
            return walk.filter(p -> p.toString().endsWith(".jelly")).sorted().toList();
        }
    }

    private static List<Element> elements(Path page) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(page.toFile());
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    @Test
    void usesTagsAndAttributesOfJenkins() throws Exception {
        Map<String, Map<String, Set<String>>> libraries =
                libraries(SharedFolder.jenkinsApi().resolve("jelly-tags.tsv"));
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            for (Element element : elements(page)) {
                Map<String, Set<String>> library = libraries.get(String.valueOf(element.getNamespaceURI()));
                if (library != null) {
                    check(RESOURCES.relativize(page) + ": " + element.getTagName(), element, library, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static void check(String where, Element element, Map<String, Set<String>> library, List<String> wrong) {
        Set<String> known = library.get(element.getLocalName());
        if (known == null) {
            wrong.add(where + " is no tag of its library");
            return;
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean plain = attribute.getNamespaceURI() == null;
            if (plain && !known.contains(attribute.getName()) && !known.contains(attribute.getName() + "!")) {
                wrong.add(where + " has no attribute " + attribute.getName());
            }
        }
    }

    private static Map<String, Map<String, Set<String>>> libraries(Path file) throws IOException {
        Map<String, Map<String, Set<String>>> libraries = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t", -1);
            libraries
                    .computeIfAbsent(columns[0], l -> new HashMap<>())
                    .put(columns[1], new HashSet<>(Arrays.asList(columns[2].split(",", -1))));
        }
        return libraries;
    }

    @Test
    void escapesByDefault() throws Exception {
        for (Path page : pages()) {
            assertThat(Files.readString(page)).as(page.toString()).contains("<?jelly escape-by-default='true'?>");
        }
    }

    @Test
    void hasAPropertyAndAHelpFileForEachField() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Path page : pages()) {
            Class<?> type = type(page);
            for (Element element : elements(page)) {
                if (type != null && element.hasAttribute("field")) {
                    check(type, page, element.getAttribute("field"), wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Class<?> type(Path page) {
        String name = RESOURCES.relativize(page.getParent()).toString().replace('/', '.');
        try {
            return name.isEmpty() ? null : Class.forName(name);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    private static void check(Class<?> type, Path page, String field, List<String> wrong) {
        String where = type.getSimpleName() + "." + field;
        if (!hasGetter(type, field)) {
            wrong.add(where + " has no getter or public field");
        }
        if (!BoundType.of(type).parameters().contains(field)) {
            wrong.add(where + " is no data-bound parameter");
        }
        if (!Files.exists(page.resolveSibling("help-" + field + ".html"))) {
            wrong.add(where + " has no help-" + field + ".html");
        }
    }

    private static boolean hasGetter(Class<?> type, String field) {
        String suffix = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
        return Arrays.stream(type.getMethods())
                        .anyMatch(m -> m.getParameterCount() == 0
                                && (m.getName().equals("get" + suffix)
                                        || m.getName().equals("is" + suffix)))
                || Arrays.stream(type.getFields()).anyMatch(f -> f.getName().equals(field));
    }
}
