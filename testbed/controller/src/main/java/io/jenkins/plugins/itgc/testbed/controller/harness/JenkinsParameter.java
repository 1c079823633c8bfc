package io.jenkins.plugins.itgc.testbed.controller.harness;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.jvnet.hudson.test.JenkinsRule;

/** Starts a controller for each test that has a parameter for it, and stops it afterwards. */
public final class JenkinsParameter implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(JenkinsParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JenkinsRule.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        JenkinsRule existing = context.getStore(SPACE).get("rule", JenkinsRule.class);
        if (existing != null) {
            return existing;
        }
        JenkinsRule rule = new JenkinsRule();
        try {
            Harness.start(rule, context);
        } catch (Exception e) {
            throw new ParameterResolutionException("The controller did not start", e);
        }
        context.getStore(SPACE).put("rule", rule);
        return rule;
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        JenkinsRule rule = context.getStore(SPACE).remove("rule", JenkinsRule.class);
        if (rule != null) {
            Harness.stop(rule);
        }
    }
}
