package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import groovy.lang.GroovyObjectSupport;
import io.jenkins.plugins.itgc.testbed.controller.store.BuildRecord;
import java.io.Serializable;

/** The variable {@code env}: reads what the present step sees, writes for the whole build. */
public final class EnvVariable extends GroovyObjectSupport implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object getProperty(String name) {
        ProgramThread thread = ProgramThread.current();
        return GlobalVariables.environment(thread.program().execution(), thread).get(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        BuildRecord.of(ProgramThread.current().program().execution().run())
                .environment(name, value == null ? null : value.toString());
    }
}
