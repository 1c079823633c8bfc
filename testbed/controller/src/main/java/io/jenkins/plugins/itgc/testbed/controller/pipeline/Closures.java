package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import com.cloudbees.groovy.cps.Continuable;
import com.cloudbees.groovy.cps.Continuation;
import com.cloudbees.groovy.cps.Envs;
import com.cloudbees.groovy.cps.Next;
import com.cloudbees.groovy.cps.impl.CpsCallableInvocation;
import groovy.lang.Closure;

/** Turns the closures of scripts into code that can wait. */
final class Closures {
    private Closures() {}

    /** The code of a closure, to be run from its beginning. */
    static Continuable continuable(Closure<?> closure) {
        try {
            Object value = closure.call();
            return new Continuable(Next.terminate(value));
        } catch (CpsCallableInvocation call) {
            return new Continuable(call.invoke(Envs.empty(), null, Continuation.HALT));
        }
    }
}
