package io.jenkins.plugins.casc.misc;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The configuration files of a test, as resources beside its class or from the root. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD})
public @interface ConfiguredWithCode {
    String[] value();

    Class<? extends Throwable> expected() default NoException.class;

    String message() default "";

    /** No failure is expected. */
    final class NoException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NoException() {}
    }
}
