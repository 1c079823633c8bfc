package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import groovy.lang.GroovyObjectSupport;
import groovy.lang.Script;
import hudson.AbortException;
import io.jenkins.plugins.itgc.testbed.controller.binding.SymbolCall;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Definitions;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Takes the assignments of an {@code environment} section. */
public final class Variables extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Stands for credentials until the variable's name is known. */
    private record Credential(String id) implements Serializable {}

    private final Script script;
    private final LinkedHashMap<String, String> plain = new LinkedHashMap<>();
    private final ArrayList<SymbolCall> bindings = new ArrayList<>();

    /** Names that are not assigned here are looked up in the script. */
    public Variables(Script script) {
        this.script = script;
    }

    @Override
    public Object getProperty(String name) {
        return plain.containsKey(name) ? plain.get(name) : script.getProperty(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        if (value instanceof Credential credential) {
            bindings.addAll(bindingsOf(name, credential.id()));
        } else {
            plain.put(name, String.valueOf(value));
        }
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        if (name.equals("credentials")) {
            return new Credential(String.valueOf(InvokerHelper.asArray(arguments)[0]));
        }
        return script.invokeMethod(name, arguments);
    }

    private static List<SymbolCall> bindingsOf(String variable, String id) {
        StandardCredentials found =
                CredentialsProvider.findCredentialById(id, StandardCredentials.class, Definitions.run());
        if (found instanceof StandardUsernamePasswordCredentials) {
            return List.of(new SymbolCall(
                    "usernamePassword",
                    Map.of(
                            "credentialsId", id,
                            "usernameVariable", variable + "_USR",
                            "passwordVariable", variable + "_PSW"),
                    null));
        }
        return List.of(new SymbolCall("string", Map.of("credentialsId", id, "variable", variable), null));
    }

    /** The plain variables in the form of {@code withEnv}. */
    public List<String> plain() {
        return new ArrayList<>(plain.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .toList());
    }

    /** The secrets in the form of {@code withCredentials}. */
    public List<SymbolCall> bindings() throws AbortException {
        return bindings;
    }
}
