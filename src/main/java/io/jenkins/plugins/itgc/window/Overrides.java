package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Optional;

/** Port: knows who opened what is closed. */
public interface Overrides {
    /** The newest override for exactly this change, whether it still holds or not. */
    Optional<WindowOverride> of(Change change, String service) throws EvidenceUnavailable;
}
