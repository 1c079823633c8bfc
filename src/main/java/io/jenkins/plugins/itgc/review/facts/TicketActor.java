package io.jenkins.plugins.itgc.review.facts;

/**
 * Somebody who acts in a ticket tracker.
 *
 * @param id the tracker's own stable identifier: Jira account id or user name, Redmine login
 * @param displayName for people only, never compared
 * @param human false for apps, automation rules and anonymous
 * @param manager whether the tracker itself lists this account in the managers' group
 */
public record TicketActor(String id, String displayName, boolean human, boolean manager) {}
