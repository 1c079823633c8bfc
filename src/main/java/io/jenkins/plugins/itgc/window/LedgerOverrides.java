package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Recorded;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import io.jenkins.plugins.itgc.ledger.event.WindowEvent;
import io.jenkins.plugins.itgc.ledger.fold.OverrideFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Overrides of closed windows, as the ledger tells of them. */
public final class LedgerOverrides implements Overrides {
    private final EventLog log;

    /** @param ledger keeps the overrides */
    public LedgerOverrides(Ledger ledger) {
        this.log = new EventLog(ledger);
    }

    @Override
    public Optional<WindowOverride> of(Change change, @Nullable String service) throws EvidenceUnavailable {
        List<Recorded<WindowEvent.Overridden>> overrides = new ArrayList<>();
        Subject.OfOverride all = subject(change, null);
        try {
            overrides.addAll(log.about(WindowEvent.Overridden.class, all));
            if (service != null) {
                overrides.addAll(log.about(WindowEvent.Overridden.class, subject(change, service)));
            }
            return OverrideFold.counting(overrides, service).map(LedgerOverrides::override);
        } catch (LedgerFailure | NullPointerException e) {
            throw Unreadable.in(
                    all,
                    e instanceof LedgerFailure failure
                            ? failure
                            : new LedgerFailure(Message.of("ledger.override-incomplete"), e));
        }
    }

    private static Subject.OfOverride subject(Change change, @Nullable String service) {
        return new Subject.OfOverride(
                change.repository().toString(), change.readCommit().sha(), change.deployedTo(), service);
    }

    private static WindowOverride override(Recorded<WindowEvent.Overridden> recorded) {
        WindowEvent.OverrideBody body = recorded.event().body();
        return new WindowOverride(
                Objects.requireNonNull(body.person(), "person"),
                Objects.requireNonNull(body.reason(), "reason"),
                Objects.requireNonNull(body.until(), "until"),
                recorded.entry().evidenceId());
    }
}
