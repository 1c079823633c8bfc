package hudson.model;

/** Something that is attached to a job, a build or the root, perhaps with a page. */
public interface Action extends ModelObject {
    /** The icon, or null to hide the link. */
    String getIconFileName();

    @Override
    String getDisplayName();

    /** The URL segment, or null if the action has no page. */
    String getUrlName();
}
