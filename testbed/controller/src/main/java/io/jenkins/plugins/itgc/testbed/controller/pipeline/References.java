package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import hudson.model.Item;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.model.User;
import java.io.Serializable;
import jenkins.model.Jenkins;
import org.jboss.marshalling.ObjectResolver;

/** Writes names in place of objects that the controller owns. */
final class References implements ObjectResolver {
    /** Stands for an object until it is read back. */
    private sealed interface Reference extends Serializable {
        Object resolve(PipelineExecution execution);
    }

    private record ToRun(String id) implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return Run.fromExternalizableId(id);
        }
    }

    private record ToItem(String fullName) implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return Jenkins.get().getItemByFullName(fullName);
        }
    }

    private record ToUser(String id) implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return User.getById(id, true);
        }
    }

    private record ToJenkins() implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return Jenkins.get();
        }
    }

    private record ToListener() implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return execution.log().listener(null);
        }
    }

    private record ToExecution() implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return execution;
        }
    }

    private record ToNode(NodeRecord node) implements Reference {
        @Override
        public Object resolve(PipelineExecution execution) {
            return execution.node(node);
        }
    }

    private final PipelineExecution execution;

    References(PipelineExecution execution) {
        this.execution = execution;
    }

    @Override
    public Object readResolve(Object replacement) {
        return replacement instanceof Reference reference ? reference.resolve(execution) : replacement;
    }

    @Override
    public Object writeReplace(Object original) {
        if (original instanceof Run<?, ?> run) {
            return new ToRun(run.getExternalizableId());
        } else if (original instanceof Jenkins) {
            return new ToJenkins();
        } else if (original instanceof Item item) {
            return new ToItem(item.getFullName());
        } else if (original instanceof User user) {
            return new ToUser(user.getId());
        } else if (original instanceof TaskListener) {
            return new ToListener();
        } else if (original instanceof PipelineExecution) {
            return new ToExecution();
        }
        return original instanceof StepNode node ? new ToNode(node.step()) : original;
    }
}
