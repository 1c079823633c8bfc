package jenkins.scm.api;

/**
 * Something that happened at a code host.
 *
 * @param <P> what was sent
 */
public abstract class SCMEvent<P> {
    private final Type type;
    private final P payload;
    private final String origin;

    /** What happened. */
    public enum Type {
        CREATED,
        UPDATED,
        REMOVED
    }

    protected SCMEvent(Type type, long timestamp, P payload, String origin) {
        this.type = type;
        this.payload = payload;
        this.origin = origin;
    }

    public Type getType() {
        return type;
    }

    public P getPayload() {
        return payload;
    }

    public String getOrigin() {
        return origin;
    }
}
