package org.jvnet.hudson.test.junit.jupiter;

import io.jenkins.plugins.itgc.testbed.controller.harness.JenkinsParameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gives tests a {@code JenkinsRule} as a parameter. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(JenkinsParameter.class)
public @interface WithJenkins {}
