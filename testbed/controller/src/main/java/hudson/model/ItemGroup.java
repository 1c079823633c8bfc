package hudson.model;

import java.io.File;
import java.util.Collection;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;

/** A folder or the root. */
public interface ItemGroup<T extends Item> extends ModelObject {
    String getFullName();

    String getFullDisplayName();

    Collection<T> getItems();

    String getUrl();

    String getUrlChildPrefix();

    /** The item of this name if the caller may read it, or null. */
    T getItem(String name) throws AccessDeniedException;

    File getRootDir();

    File getRootDirFor(T child);

    /** All items below this one of the type, that the caller may read. */
    default <U extends Item> List<U> getAllItems(Class<U> type) {
        return getItems().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
