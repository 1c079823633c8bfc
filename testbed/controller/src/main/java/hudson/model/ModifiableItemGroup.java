package hudson.model;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;

/** A folder in which people can make items. */
public interface ModifiableItemGroup<T extends Item> extends ItemGroup<T> {
    default T doCreateItem(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        throw new AbstractMethodError("doCreateItem of " + getClass().getName());
    }
}
