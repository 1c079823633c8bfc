package io.jenkins.plugins.itgc.approval;

import java.util.List;

/**
 * What happened to a request by itself.
 *
 * @param request its id
 * @param changed parts of the change that are no longer what was asked about; empty when something else happened
 */
record ChangedBody(String request, List<String> changed) {}
