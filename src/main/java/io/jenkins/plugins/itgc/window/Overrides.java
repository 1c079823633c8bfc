package io.jenkins.plugins.itgc.window;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: knows who opened what is closed. */
public interface Overrides {
    /**
     * The newest override for exactly this change, whether it still holds or not.
     *
     * @param service what would be deployed; null when nobody said
     */
    Optional<WindowOverride> of(Change change, @Nullable String service) throws EvidenceUnavailable;
}
