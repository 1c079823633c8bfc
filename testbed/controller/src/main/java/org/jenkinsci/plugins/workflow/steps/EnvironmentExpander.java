package org.jenkinsci.plugins.workflow.steps;

import hudson.EnvVars;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Changes the environment of what runs inside a body. */
public abstract class EnvironmentExpander implements Serializable {
    private static final long serialVersionUID = 1L;

    protected EnvironmentExpander() {}

    public abstract void expand(EnvVars env) throws IOException, InterruptedException;

    /** Names of variables that hold secrets. */
    public Set<String> getSensitiveVariables() {
        return Set.of();
    }

    /** Sets these variables. */
    public static EnvironmentExpander constant(Map<String, String> env) {
        return new Constant(env);
    }

    /** First the original, then the subsequent one. */
    public static EnvironmentExpander merge(EnvironmentExpander original, EnvironmentExpander subsequent) {
        return original == null ? subsequent : new Merged(original, subsequent);
    }

    private static final class Constant extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final Map<String, String> env;

        Constant(Map<String, String> env) {
            this.env = new TreeMap<>(env);
        }

        @Override
        public void expand(EnvVars target) {
            target.overrideAll(env);
        }
    }

    private static final class Merged extends EnvironmentExpander {
        private static final long serialVersionUID = 1L;
        private final EnvironmentExpander original;
        private final EnvironmentExpander subsequent;

        Merged(EnvironmentExpander original, EnvironmentExpander subsequent) {
            this.original = original;
            this.subsequent = subsequent;
        }

        @Override
        public void expand(EnvVars env) throws IOException, InterruptedException {
            original.expand(env);
            subsequent.expand(env);
        }

        @Override
        public Set<String> getSensitiveVariables() {
            Set<String> all = new HashSet<>(original.getSensitiveVariables());
            all.addAll(subsequent.getSensitiveVariables());
            return all;
        }
    }
}
