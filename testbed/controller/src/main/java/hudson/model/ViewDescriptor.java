package hudson.model;

/** A kind of view. */
public abstract class ViewDescriptor extends Descriptor<View> {
    protected ViewDescriptor(Class<? extends View> clazz) {
        super(clazz);
    }

    protected ViewDescriptor() {}
}
