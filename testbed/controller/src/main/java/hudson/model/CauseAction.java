package hudson.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Carries the causes of a build. */
public class CauseAction implements Action {
    private final List<Cause> causes;

    public CauseAction(Cause cause) {
        this(List.of(cause));
    }

    public CauseAction(Cause... causes) {
        this(List.of(causes));
    }

    public CauseAction(Collection<? extends Cause> causes) {
        this.causes = new ArrayList<>(causes);
    }

    public List<Cause> getCauses() {
        return Collections.unmodifiableList(causes);
    }

    public <T extends Cause> T findCause(Class<T> type) {
        return causes.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getDisplayName() {
        return "Cause";
    }

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return "cause";
    }
}
