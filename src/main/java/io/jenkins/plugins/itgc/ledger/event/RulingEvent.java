package io.jenkins.plugins.itgc.ledger.event;

/** What a gate said about a change. */
public sealed interface RulingEvent extends Event {
    @Override
    Subject.OfChange subject();

    @Override
    RulingBody<?, ?> body();

    /** The review gate ruled. */
    record Review(Subject.OfChange subject, RulingBody<ReviewBody.Policy, ReviewBody.Evidence> body)
            implements RulingEvent {}

    /** The migration gate ruled. */
    record Migration(Subject.OfChange subject, RulingBody<MigrationBody.Policy, MigrationBody.Evidence> body)
            implements RulingEvent {}

    /** The approval gate ruled. */
    record Approval(Subject.OfChange subject, RulingBody<ApprovalBody.Policy, ApprovalBody.Evidence> body)
            implements RulingEvent {}

    /** The window gate ruled. */
    record Window(Subject.OfChange subject, RulingBody<WindowBody.Policy, WindowBody.Evidence> body)
            implements RulingEvent {}

    /** The last look before a deploy. */
    record Deploy(Subject.OfChange subject, RulingBody<DeployBody.Policy, DeployBody.Evidence> body)
            implements RulingEvent {}
}
