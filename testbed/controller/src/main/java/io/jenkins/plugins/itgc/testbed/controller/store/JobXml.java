package io.jenkins.plugins.itgc.testbed.controller.store;

import com.thoughtworks.xstream.XStream;
import hudson.model.Descriptor;
import hudson.model.ItemGroup;
import hudson.model.TopLevelItem;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.BranchDefinition;
import io.jenkins.plugins.itgc.testbed.controller.multibranch.MultibranchFolder;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jenkinsci.plugins.github_branch_source.GitHubSCMSource;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The {@code config.xml} of jobs, in the form that Jenkins reads and writes. */
final class JobXml {
    private static final String MULTIBRANCH = "org.jenkinsci.plugins.workflow.multibranch.WorkflowMultiBranchProject";

    private JobXml() {}

    static TopLevelItem read(ItemGroup<?> parent, File folder) throws IOException {
        Element root = parse(new File(folder, "config.xml")).getDocumentElement();
        return switch (root.getTagName()) {
            case "flow-definition" -> job(parent, folder.getName(), root);
            case MULTIBRANCH -> multibranch(folder, root);
            default -> throw new IOException("Jobs of the kind " + root.getTagName() + " are not known: " + folder);
        };
    }

    private static Document parse(File file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            // Jenkins says XML 1.1, which parsers accept but writers here do not need.
            String xml = Files.readString(file.toPath()).replaceFirst("version=(['\"])1\\.1\\1", "version='1.0'");
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

    private static MultibranchFolder multibranch(File directory, Element root) throws IOException {
        GitHubSCMSource source = new GitHubSCMSource(text(root, "repoOwner"), text(root, "repository"), null, false);
        source.setApiUri(text(root, "apiUri"));
        source.setCredentialsId(text(root, "credentialsId"));
        source.setId(text(root, "id"));
        MultibranchFolder folder = new MultibranchFolder(directory.getName(), source);
        File[] branches = new File(directory, "branches").listFiles();
        for (File branch : branches == null ? new File[0] : branches) {
            File file = new File(branch, "branch.xml");
            if (file.exists()) {
                BranchState state = (BranchState) XmlStore.read(xstream(), file, null);
                folder.job(new BranchDefinition(source, state.head, state.seen));
            }
        }
        return folder;
    }

    private static XStream xstream() {
        XStream xstream = XmlStore.xstream();
        xstream.alias("branch", BranchState.class);
        return xstream;
    }

    private static String text(Element root, String tag) {
        NodeList found = root.getElementsByTagName(tag);
        return found.getLength() == 0 ? null : found.item(0).getTextContent().trim();
    }

    static void write(WorkflowJob job) throws IOException {
        if (job.getDefinition() instanceof BranchDefinition definition) {
            BranchState state = new BranchState(definition.head(), definition.seen());
            XmlStore.write(xstream(), new File(job.getRootDir(), "branch.xml"), state);
            return;
        }
        XmlText xml = new XmlText("flow-definition");
        if (job.getDefinition() instanceof CpsFlowDefinition definition) {
            xml.open("definition", CpsFlowDefinition.class.getName())
                    .element("script", definition.getScript())
                    .element("sandbox", String.valueOf(definition.isSandbox()))
                    .close();
        }
        replace(job.getRootDir(), xml);
    }

    static void write(MultibranchFolder folder) throws IOException {
        GitHubSCMSource source = folder.source();
        XmlText xml = new XmlText(MULTIBRANCH);
        xml.open("sources", null)
                .open("data", null)
                .open("jenkins.branch.BranchSource", null)
                .open("source", GitHubSCMSource.class.getName())
                .element("id", source.getId())
                .element("apiUri", source.getApiUri())
                .element("credentialsId", source.getCredentialsId())
                .element("repoOwner", source.getRepoOwner())
                .element("repository", source.getRepository())
                .close()
                .close()
                .close()
                .close();
        replace(folder.getRootDir(), xml);
    }

    private static void replace(File folder, XmlText xml) throws IOException {
        Path file = folder.toPath().resolve("config.xml");
        XmlStore.replace(file, xml.finish().getBytes(StandardCharsets.UTF_8));
    }
}
