package org.kohsuke.stapler;

import jakarta.servlet.http.HttpServletRequest;

/** A request on its way through the objects of a URL. */
public interface StaplerRequest2 extends HttpServletRequest {
    /** What of the path is not used up yet; empty or with a slash in front. */
    String getRestOfPath();

    /** The nearest object of this type on the path, or null. */
    <T> T findAncestorObject(Class<T> type);

    boolean hasParameter(String name);
}
