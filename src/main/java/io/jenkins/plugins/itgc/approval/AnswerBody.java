package io.jenkins.plugins.itgc.approval;

import io.jenkins.plugins.itgc.people.Account;
import java.time.Instant;
import java.util.Set;

/**
 * What an entry about an act of a person keeps.
 *
 * @param request id of the request
 * @param person login at the code host; null when no entry tells who it is
 * @param account by which account
 * @param channel where
 * @param groups the groups the person was in
 * @param reason a sentence; empty when none was given
 * @param reviewBy of a confirmed emergency, until when it must be reviewed; null otherwise
 * @param objection why it does not count; null when it does
 */
record AnswerBody(
        String request,
        String person,
        Account account,
        String channel,
        Set<String> groups,
        String reason,
        Instant reviewBy,
        String objection) {}
