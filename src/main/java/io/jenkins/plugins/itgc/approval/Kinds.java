package io.jenkins.plugins.itgc.approval;

import java.util.List;

/** Kinds of entries about approvals. */
final class Kinds {
    static final String REQUESTED = "approval.requested";
    static final String GIVEN = "approval.given";
    static final String REFUSED = "approval.refused";
    static final String WITHDRAWN = "approval.withdrawn";
    static final String NOT_COUNTED = "approval.not-counted";
    static final String EXPIRED = "approval.expired";
    static final String VOIDED = "approval.voided";
    static final String COMPLETED = "approval.completed";
    static final String OPENED = "breakglass.opened";
    static final String CONFIRMED = "breakglass.confirmed";
    static final String REVIEWED = "breakglass.reviewed";
    static final String OVERDUE = "breakglass.overdue";

    static final List<String> EMERGENCIES = List.of(OPENED, CONFIRMED, REVIEWED, OVERDUE);
    static final List<String> ALL = List.of(
            REQUESTED, GIVEN, REFUSED, WITHDRAWN, EXPIRED, VOIDED, COMPLETED, OPENED, CONFIRMED, REVIEWED, OVERDUE);

    private Kinds() {}
}
