package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Starter;
import java.time.Instant;
import java.util.Map;

/**
 * What {@code approval.requested} keeps. Its id is the sequence of that entry.
 *
 * @param service what would be deployed; null when the pipeline names none
 * @param carried what would be deployed
 * @param starter who started the build
 * @param quorum who must approve, as it was written then
 * @param expiresAt when it is too late to answer
 * @param ticketMarks the last change of status of each ticket then
 * @param build the build, as {@code job/path#12}
 * @param buildUrl its address; null when Jenkins does not know its own
 */
record RequestBody(
        String service,
        CarriedChange carried,
        Starter starter,
        String quorum,
        Instant expiresAt,
        Map<String, String> ticketMarks,
        String build,
        String buildUrl) {}
