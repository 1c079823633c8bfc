package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.SerializableScript;
import groovy.lang.MissingPropertyException;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The base of all Pipelines: whatever is unknown to the script is a step or a variable of the build. */
public abstract class PipelineScript extends SerializableScript {
    private static final long serialVersionUID = 1L;

    @Override
    public Object invokeMethod(String name, Object args) {
        return name.equals("pipeline")
                ? declarative(args)
                : StepCall.of(name, args).run();
    }

    private Object declarative(Object args) {
        try {
            Class<?> type = getClass().getClassLoader().loadClass(ScriptCompiler.DECLARATIVE);
            Object pipeline = InvokerHelper.invokeConstructorOf(type, this);
            return InvokerHelper.getMetaClass(pipeline).invokeMethod(pipeline, "run", args);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object getProperty(String property) {
        try {
            return super.getProperty(property);
        } catch (MissingPropertyException missing) {
            Object value = GlobalVariables.find(property);
            if (value != null) {
                return value;
            }
            throw missing;
        }
    }

    @Override
    public void println(Object value) {
        invokeMethod("echo", new Object[] {String.valueOf(value)});
    }

    @Override
    public void println() {
        invokeMethod("echo", new Object[] {""});
    }

    @Override
    public void print(Object value) {
        println(value);
    }
}
