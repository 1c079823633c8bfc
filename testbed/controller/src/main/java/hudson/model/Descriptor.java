package hudson.model;

import io.jenkins.plugins.itgc.testbed.controller.binding.DescribedTypes;
import io.jenkins.plugins.itgc.testbed.controller.casc.HeldSaves;
import io.jenkins.plugins.itgc.testbed.controller.store.XmlStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;

/** What the controller knows of a describable type; also keeps its global settings. */
public abstract class Descriptor<T extends Describable<T>> implements Saveable {
    /** The described type. */
    public final transient Class<? extends T> clazz;

    protected Descriptor(Class<? extends T> clazz) {
        this.clazz = clazz == self() ? DescribedTypes.itself(this) : clazz;
    }

    protected Descriptor() {
        this.clazz = DescribedTypes.enclosing(getClass());
    }

    public String getDisplayName() {
        return clazz.getSimpleName();
    }

    /** The name by which {@code /descriptorByName/} finds this. */
    public String getId() {
        return clazz.getName();
    }

    /** The path of this descriptor's web methods, below the context path. */
    public String getDescriptorUrl() {
        return "descriptorByName/" + getId();
    }

    public final boolean isSubTypeOf(Class<?> type) {
        return type.isAssignableFrom(clazz);
    }

    /** Writes the fields to the configuration file, unless a {@link HeldSaves} is open. */
    @Override
    public void save() {
        if (HeldSaves.contains(this)) {
            return;
        }
        try {
            XmlStore.write(XmlStore.xstream(), configFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to save " + configFile(), e);
        }
    }

    /** Reads the fields from the configuration file if there is one. */
    public void load() {
        File file = configFile();
        if (!file.exists()) {
            return;
        }
        try {
            XmlStore.read(XmlStore.xstream(), file, this);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to load " + file, e);
        }
    }

    private File configFile() {
        return new File(Jenkins.get().getRootDir(), getId() + ".xml");
    }

    /** Says that the described type is the descriptor itself. */
    @SuppressWarnings("rawtypes")
    protected static Class<? extends Describable> self() {
        return Self.class;
    }

    private static final class Self implements Describable<Self> {}

    /** A value of a form that cannot be used. */
    public static final class FormException extends Exception implements HttpResponse {
        private static final long serialVersionUID = 1L;
        private final String formField;

        public FormException(String message, String formField) {
            super(message);
            this.formField = formField;
        }

        public FormException(String message, Throwable cause, String formField) {
            super(message, cause);
            this.formField = formField;
        }

        public FormException(Throwable cause, String formField) {
            super(cause);
            this.formField = formField;
        }

        public String getFormField() {
            return formField;
        }
    }
}
