package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.CpsTransformer;
import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Compiles a Pipeline's text so that it can wait and be written to disk. */
final class ScriptCompiler {
    /** The class that carries out declarative Pipelines. */
    static final String DECLARATIVE = "io.jenkins.plugins.itgc.testbed.controller.pipeline.Declarative";

    private static final String SOURCE = "Declarative.groovy";

    private final GroovyClassLoader loader;

    ScriptCompiler() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.addCompilationCustomizers(new CpsTransformer());
        configuration.setScriptBaseClass(PipelineScript.class.getName());
        loader = new GroovyClassLoader(Thread.currentThread().getContextClassLoader(), configuration);
    }

    Script compile(String text) throws IOException {
        return InvokerHelper.createScript(parse(text), new Binding());
    }

    /** A loader that knows the classes of the text. */
    ClassLoader loaderFor(String text) throws IOException {
        parse(text);
        return loader;
    }

    private Class<?> parse(String text) throws IOException {
        if (text.contains("pipeline")) {
            loader.parseClass(declarative(), SOURCE);
        }
        return loader.parseClass(text, "WorkflowScript.groovy");
    }

    private static String declarative() throws IOException {
        try (InputStream in = ScriptCompiler.class.getResourceAsStream(SOURCE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
