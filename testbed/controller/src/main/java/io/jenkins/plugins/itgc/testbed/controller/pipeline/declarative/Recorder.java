package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import groovy.lang.GroovyObjectSupport;
import groovy.lang.MissingPropertyException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Notes the entries of a section instead of carrying them out. */
final class Recorder extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<Call> calls = new ArrayList<>();

    List<Call> calls() {
        return calls;
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        Call call = new Call(name, InvokerHelper.asArray(arguments));
        calls.add(call);
        return null;
    }

    @Override
    public Object getProperty(String name) {
        if (name.equals("any") || name.equals("none")) {
            return name;
        }
        throw new MissingPropertyException(name, Recorder.class);
    }
}
