package jenkins.model;

import hudson.model.Action;
import hudson.model.Run;

/** An action that learns which build it belongs to. */
public interface RunAction2 extends Action {
    /** It was just added. */
    void onAttached(Run<?, ?> run);

    /** It was read from disk. */
    void onLoad(Run<?, ?> run);
}
