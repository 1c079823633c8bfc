package org.jenkinsci.plugins.workflow.steps;

import com.google.common.util.concurrent.ListenableFuture;
import io.jenkins.plugins.itgc.testbed.controller.ControllerRuntime;
import java.io.Serializable;
import java.util.function.Consumer;

/** A running step; its fields are what survives a restart. */
public abstract class StepExecution implements Serializable {
    private static final long serialVersionUID = 1L;

    private final StepContext context;

    protected StepExecution(StepContext context) {
        this.context = context;
    }

    public StepContext getContext() {
        return context;
    }

    /** Returns true if the step has ended already; must not block. */
    public abstract boolean start() throws Exception;

    /** Someone wants the step to end early. */
    public void stop(Throwable cause) throws Exception {
        getContext().onFailure(cause);
    }

    /** The controller was restarted. */
    public void onResume() {}

    /** What the step is doing, for developers; or null. */
    public String getStatus() {
        return null;
    }

    public boolean blocksRestart() {
        return false;
    }

    /** Shows every running step of the controller to the consumer. */
    public static ListenableFuture<?> acceptAll(Consumer<StepExecution> consumer) {
        return ControllerRuntime.current().executions().acceptAll(consumer);
    }

    /** Shows every running step of this type to the consumer. */
    public static <T extends StepExecution> ListenableFuture<?> acceptAll(Class<T> type, Consumer<T> consumer) {
        return acceptAll(e -> {
            if (type.isInstance(e)) {
                consumer.accept(type.cast(e));
            }
        });
    }
}
