package io.jenkins.plugins.itgc.gate;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer of a gate. Only {@link Pass} opens it. */
public sealed interface Decision {
    /**
     * The gate is open for this change.
     *
     * @param why the reason
     * @param opensDeploy false for a pass that has no meaning for production, such as a pull request to another branch
     */
    record Pass(Message why, boolean opensDeploy) implements Decision {
        public Pass {
            Objects.requireNonNull(why, "why");
        }

        /** The reason in English. */
        public String reason() {
            return why.english();
        }
    }

    /**
     * The gate blocks until somebody acts.
     *
     * @param findings what is wrong; never empty
     */
    record Refuse(List<Finding> findings) implements Decision {
        /** @throws IllegalArgumentException when there is no finding: a refusal tells somebody what to do */
        public Refuse {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("A refusal needs at least one finding.");
            }
        }
    }

    /**
     * Not yet.
     *
     * @param why what is being waited for
     * @param recheckAt when to judge again from fresh evidence at the latest
     * @param wakeOn topics whose events make it judge again earlier
     */
    record Wait(Message why, Instant recheckAt, Set<Topic> wakeOn) implements Decision {
        public Wait {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(recheckAt, "recheckAt");
            wakeOn = Set.copyOf(wakeOn);
        }

        /** The reason in English. */
        public String reason() {
            return why.english();
        }
    }

    /**
     * It could not be judged; blocks.
     *
     * @param why what could not be read or decided
     * @param retryAt when trying again may help; null when that helps only after somebody acted
     */
    record Unknown(Message why, @Nullable Instant retryAt) implements Decision {
        public Unknown {
            Objects.requireNonNull(why, "why");
        }

        /** The reason in English. */
        public String reason() {
            return why.english();
        }
    }
}
