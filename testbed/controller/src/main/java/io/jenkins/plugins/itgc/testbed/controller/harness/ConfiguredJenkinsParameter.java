package io.jenkins.plugins.itgc.testbed.controller.harness;

import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.itgc.testbed.controller.casc.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts a controller for each test and applies the test's configuration files. */
public final class ConfiguredJenkinsParameter implements ParameterResolver, AfterEachCallback {
    private static final Namespace SPACE = Namespace.create(ConfiguredJenkinsParameter.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == JenkinsConfiguredWithCodeRule.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        JenkinsConfiguredWithCodeRule rule = new JenkinsConfiguredWithCodeRule();
        try {
            Harness.start(rule, context);
            context.getStore(SPACE).put("rule", rule);
            configure(context);
        } catch (Exception e) {
            throw new ParameterResolutionException("The configured controller did not start: " + e.getMessage(), e);
        }
        return rule;
    }

    private static void configure(ExtensionContext context) throws IOException {
        Class<?> test = context.getRequiredTestClass();
        Method method = context.getRequiredTestMethod();
        ConfiguredWithCode files = method.isAnnotationPresent(ConfiguredWithCode.class)
                ? method.getAnnotation(ConfiguredWithCode.class)
                : test.getAnnotation(ConfiguredWithCode.class);
        if (files == null) {
            return;
        }
        try {
            for (String file : files.value()) {
                Configuration.loadText(file, text(test, file));
            }
        } catch (IOException e) {
            if (!files.expected().isInstance(e) || !e.getMessage().contains(files.message())) {
                throw e;
            }
        }
    }

    private static String text(Class<?> test, String file) throws IOException {
        try (InputStream in = test.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("There is no resource " + file + " beside " + test);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        JenkinsConfiguredWithCodeRule rule =
                context.getStore(SPACE).remove("rule", JenkinsConfiguredWithCodeRule.class);
        if (rule != null) {
            Harness.stop(rule);
        }
    }
}
