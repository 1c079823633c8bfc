package io.jenkins.plugins.itgc.slack;

import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.util.Optional;

/** What somebody in Slack may see and do: what their account on the controller may, and nothing without one. */
public interface Rights {
    /** Their user id on the controller if they may hold deploys there. */
    Optional<String> holder();

    /** The jobs whose deploys they may see. */
    Scope scope(Projection projection);
}
