package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.EnvVars;
import java.io.IOException;

/** The variables that every script has. */
final class GlobalVariables {
    private GlobalVariables() {}

    /** The variable of this name, or null. */
    static Object find(String name) {
        ProgramThread thread = ProgramThread.current();
        if (thread == null) {
            return null;
        }
        PipelineExecution execution = thread.program().execution();
        return switch (name) {
            case "env" -> new EnvVariable();
            case "currentBuild" -> new CurrentBuild(execution.run().getExternalizableId());
            case "params" -> java.util.Map.of();
            case "scm" -> ScmVariable.of(execution.run());
            default -> environment(execution, thread).get(name);
        };
    }

    static EnvVars environment(PipelineExecution execution, ProgramThread thread) {
        try {
            return ContextLookup.environment(execution, thread);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
