package io.jenkins.plugins.itgc.jenkins.gates;

import io.jenkins.plugins.itgc.deploy.OpenGate;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Ledger;
import java.util.List;
import org.jenkinsci.plugins.workflow.steps.StepContext;

/** Mistakes that the rules of the house must find: gates that write while they are opened. */
public final class CallsThatAppend {
    private CallsThatAppend() {}

    /** Writes where only a method of its superclass is called. */
    static final class WhenOpened extends AbstractGateCall {
        private static final long serialVersionUID = 1L;

        private final transient Ledger ledger;
        private final transient Draft draft;

        WhenOpened(Ledger ledger, Draft draft) {
            super(null, null, true);
            this.ledger = ledger;
            this.draft = draft;
        }

        @Override
        OpenGate<?> opened(StepContext context) {
            ledger.append(draft);
            return null;
        }
    }

    /** Writes without a call of its own. */
    static final class ByReference extends AbstractGateCall {
        private static final long serialVersionUID = 1L;

        private final transient Ledger ledger;
        private final transient List<Draft> drafts;

        ByReference(Ledger ledger, List<Draft> drafts) {
            super(null, null, true);
            this.ledger = ledger;
            this.drafts = drafts;
        }

        @Override
        OpenGate<?> opened(StepContext context) {
            drafts.forEach(ledger::append);
            return null;
        }
    }

    /** Writes as soon as it is made, and is made without a call. */
    static final class ByConstructor extends AbstractGateCall {
        private static final long serialVersionUID = 1L;

        private final transient List<Draft> drafts;

        ByConstructor(List<Draft> drafts) {
            super(null, null, true);
            this.drafts = drafts;
        }

        @Override
        OpenGate<?> opened(StepContext context) {
            drafts.forEach(Written::new);
            return null;
        }
    }

    private static final class Written {
        private static Ledger ledger;

        Written(Draft draft) {
            ledger.append(draft);
        }
    }
}
