package io.jenkins.plugins.casc.misc.junit.jupiter;

import io.jenkins.plugins.itgc.testbed.controller.harness.ConfiguredJenkinsParameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives tests a configured controller as a parameter. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ConfiguredJenkinsParameter.class)
public @interface WithJenkinsConfiguredWithCode {}
