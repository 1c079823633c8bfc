package io.jenkins.plugins.itgc.approval;

/**
 * Somebody's answer, before anybody looked whether it counts.
 *
 * @param request id of the request
 * @param account who, by the account that the channel has verified
 * @param channel where, such as {@code slack}
 * @param reason a sentence; empty when none was given
 */
public record Answer(String request, io.jenkins.plugins.itgc.people.Account account, String channel, String reason) {
    /** Cuts the reason to 1000 characters, and takes null for an empty one. */
    public Answer {
        reason = reason == null ? "" : reason.strip();
        reason = reason.length() > 1000 ? reason.substring(0, 1000) : reason;
    }
}
