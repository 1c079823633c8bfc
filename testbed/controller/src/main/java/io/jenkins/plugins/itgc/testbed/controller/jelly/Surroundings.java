package io.jenkins.plugins.itgc.testbed.controller.jelly;

/**
 * What a page knows of the controller around it.
 *
 * @param root path of the controller, without a slash at the end
 * @param crumbField how the crumb is sent
 * @param crumb the crumb of this session
 */
public record Surroundings(String root, String crumbField, String crumb) {
    /** Where static resources are. */
    String resources() {
        return root + "/static/0";
    }
}
