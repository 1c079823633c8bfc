package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Result;
import hudson.model.Run;
import java.io.IOException;
import java.io.Serializable;
import jenkins.model.Jenkins;

/** The variable {@code currentBuild}. */
public final class CurrentBuild implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String id;

    CurrentBuild(String id) {
        this.id = id;
    }

    private Run<?, ?> run() {
        return Run.fromExternalizableId(id);
    }

    /** The result so far, or null. */
    public String getResult() {
        Result result = run().getResult();
        return result == null ? null : result.toString();
    }

    /** Makes the result worse. */
    public void setResult(String result) {
        run().setResult(Result.fromString(result));
    }

    /** The result so far; SUCCESS if there is none. */
    public String getCurrentResult() {
        return getResult() == null ? "SUCCESS" : getResult();
    }

    /** The number of the build. */
    public int getNumber() {
        return run().getNumber();
    }

    /** The name that people see. */
    public String getDisplayName() {
        return run().getDisplayName();
    }

    /** Changes the name that people see. */
    public void setDisplayName(String name) throws IOException {
        run().setDisplayName(name);
    }

    /** The description, or null. */
    public String getDescription() {
        return run().getDescription();
    }

    /** Changes the description. */
    public void setDescription(String text) throws IOException {
        run().setDescription(text);
    }

    /** Job and build. */
    public String getFullDisplayName() {
        return run().getFullDisplayName();
    }

    /** The address of the build's page. */
    public String getAbsoluteUrl() {
        return Jenkins.get().getRootUrl() + run().getUrl();
    }
}
