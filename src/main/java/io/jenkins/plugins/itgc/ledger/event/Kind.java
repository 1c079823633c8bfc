package io.jenkins.plugins.itgc.ledger.event;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A kind of entry: its name, the form of its subject and body, and how earlier forms of the body become the newest one.
 *
 * @param <E> the event that it keeps
 */
public final class Kind<E extends Event> {
    private static final Map<String, Kind<?>> BY_NAME = new LinkedHashMap<>();
    private static final Map<Class<?>, Kind<?>> BY_EVENT = new LinkedHashMap<>();
    private static final TypeFactory TYPES = TypeFactory.defaultInstance();

    /** What the review gate said. */
    public static final Kind<RulingEvent.Review> REVIEW_DECIDED = ruling(
            "review",
            RulingEvent.Review.class,
            ReviewBody.Policy.class,
            ReviewBody.Evidence.class,
            RulingEvent.Review::new);

    /** What the migration gate said. */
    public static final Kind<RulingEvent.Migration> MIGRATION_DECIDED = ruling(
            "migration",
            RulingEvent.Migration.class,
            MigrationBody.Policy.class,
            MigrationBody.Evidence.class,
            RulingEvent.Migration::new);

    /** What the approval gate said. */
    public static final Kind<RulingEvent.Approval> APPROVAL_DECIDED = ruling(
            "approval",
            RulingEvent.Approval.class,
            ApprovalBody.Policy.class,
            ApprovalBody.Evidence.class,
            RulingEvent.Approval::new);

    /** What the window gate said. */
    public static final Kind<RulingEvent.Window> WINDOW_DECIDED = ruling(
            "window",
            RulingEvent.Window.class,
            WindowBody.Policy.class,
            WindowBody.Evidence.class,
            RulingEvent.Window::new);

    /** The last look before a deploy. */
    public static final Kind<RulingEvent.Deploy> DEPLOY_DECIDED = ruling(
            "deploy",
            RulingEvent.Deploy.class,
            DeployBody.Policy.class,
            DeployBody.Evidence.class,
            RulingEvent.Deploy::new);

    /** Approval was requested. */
    public static final Kind<ApprovalEvent.Requested> APPROVAL_REQUESTED = plain(
            "approval.requested",
            ApprovalEvent.Requested.class,
            Subject.InEnvironment::parse,
            ApprovalEvent.Request.class,
            ApprovalEvent.Requested::new);

    /** Somebody approved. */
    public static final Kind<ApprovalEvent.Given> APPROVAL_GIVEN =
            act("approval.given", ApprovalEvent.Given.class, ApprovalEvent.Given::new);

    /** Somebody refused. */
    public static final Kind<ApprovalEvent.Refused> APPROVAL_REFUSED =
            act("approval.refused", ApprovalEvent.Refused.class, ApprovalEvent.Refused::new);

    /** Somebody took back what they had said. */
    public static final Kind<ApprovalEvent.Withdrawn> APPROVAL_WITHDRAWN =
            act("approval.withdrawn", ApprovalEvent.Withdrawn.class, ApprovalEvent.Withdrawn::new);

    /** An answer that changes nothing. */
    public static final Kind<ApprovalEvent.NotCounted> APPROVAL_NOT_COUNTED =
            act("approval.not-counted", ApprovalEvent.NotCounted.class, ApprovalEvent.NotCounted::new);

    /** Nobody completed the approval in time. */
    public static final Kind<ApprovalEvent.Expired> APPROVAL_EXPIRED =
            change("approval.expired", ApprovalEvent.Expired.class, ApprovalEvent.Expired::new);

    /** What was asked about is not what it was. */
    public static final Kind<ApprovalEvent.Voided> APPROVAL_VOIDED =
            change("approval.voided", ApprovalEvent.Voided.class, ApprovalEvent.Voided::new);

    /** The quorum is complete. */
    public static final Kind<ApprovalEvent.Completed> APPROVAL_COMPLETED = plain(
            "approval.completed",
            ApprovalEvent.Completed.class,
            Subject.InEnvironment::parse,
            ApprovalEvent.Approvers.class,
            ApprovalEvent.Completed::new);

    /** Another build asks for the same approval, or what had ended is wanted again. */
    public static final Kind<ApprovalEvent.AskedAgain> APPROVAL_ASKED_AGAIN = plain(
            "approval.asked-again",
            ApprovalEvent.AskedAgain.class,
            Subject.InEnvironment::parse,
            ApprovalEvent.Asking.class,
            ApprovalEvent.AskedAgain::new);

    /** Somebody invoked break-glass. */
    public static final Kind<ApprovalEvent.BreakGlassOpened> BREAK_GLASS_OPENED = of(
            "breakglass.opened",
            ApprovalEvent.BreakGlassOpened.class,
            TYPES.constructType(ApprovalEvent.Answer.class),
            Subject.InEnvironment::parse,
            ApprovalEvent.BreakGlassOpened::new,
            List.of(EarlierForms::toldByDemo));

    /** The second person confirmed break-glass. */
    public static final Kind<ApprovalEvent.BreakGlassConfirmed> BREAK_GLASS_CONFIRMED = act(
            "breakglass.confirmed", ApprovalEvent.BreakGlassConfirmed.class, ApprovalEvent.BreakGlassConfirmed::new);

    /** Somebody reviewed break-glass afterwards. */
    public static final Kind<ApprovalEvent.BreakGlassReviewed> BREAK_GLASS_REVIEWED =
            act("breakglass.reviewed", ApprovalEvent.BreakGlassReviewed.class, ApprovalEvent.BreakGlassReviewed::new);

    /** Nobody reviewed break-glass in time. */
    public static final Kind<ApprovalEvent.BreakGlassOverdue> BREAK_GLASS_OVERDUE =
            change("breakglass.overdue", ApprovalEvent.BreakGlassOverdue.class, ApprovalEvent.BreakGlassOverdue::new);

    /** A deploy entered the queue. */
    public static final Kind<DeployEvent.Requested> DEPLOY_REQUESTED =
            progress("requested", DeployEvent.Requested.class, DeployEvent.Requested::new);

    /** A deploy began. */
    public static final Kind<DeployEvent.Started> DEPLOY_STARTED =
            progress("started", DeployEvent.Started.class, DeployEvent.Started::new);

    /** A deploy ended well. */
    public static final Kind<DeployEvent.Succeeded> DEPLOY_SUCCEEDED =
            progress("succeeded", DeployEvent.Succeeded.class, DeployEvent.Succeeded::new);

    /** A deploy failed. */
    public static final Kind<DeployEvent.Failed> DEPLOY_FAILED =
            progress("failed", DeployEvent.Failed.class, DeployEvent.Failed::new);

    /** A deploy was stopped. */
    public static final Kind<DeployEvent.Aborted> DEPLOY_ABORTED =
            progress("aborted", DeployEvent.Aborted.class, DeployEvent.Aborted::new);

    /** Nobody knows how a deploy ended. */
    public static final Kind<DeployEvent.Unknown> DEPLOY_UNKNOWN =
            progress("unknown", DeployEvent.Unknown.class, DeployEvent.Unknown::new);

    /** A system was told of a deploy. */
    public static final Kind<DeployEvent.Noticed> DEPLOY_NOTICED = plain(
            "deploy.noticed",
            DeployEvent.Noticed.class,
            Subject.OfTarget::parse,
            DeployEvent.Notice.class,
            DeployEvent.Noticed::new);

    /** The job of a build that deploys was renamed or moved. */
    public static final Kind<DeployEvent.BuildMoved> BUILD_MOVED = plain(
            "build.moved",
            DeployEvent.BuildMoved.class,
            Subject.OfDeploy::parse,
            DeployEvent.Move.class,
            DeployEvent.BuildMoved::new);

    /** A hold was placed. */
    public static final Kind<HoldEvent.Placed> HOLD_PLACED = plain(
            "hold.placed", HoldEvent.Placed.class, Subject.OfHold::parse, HoldEvent.Hold.class, HoldEvent.Placed::new);

    /** A hold was released. */
    public static final Kind<HoldEvent.Released> HOLD_RELEASED = plain(
            "hold.released",
            HoldEvent.Released.class,
            Subject.OfHold::parse,
            HoldEvent.Hold.class,
            HoldEvent.Released::new);

    /** An earlier version runs. */
    public static final Kind<RunningVersionEvent.Drifted> DRIFT_FOUND = plain(
            "drift.found",
            RunningVersionEvent.Drifted.class,
            Subject.OfTarget::parse,
            RunningVersionEvent.Found.class,
            RunningVersionEvent.Drifted::new);

    /** What was deployed last runs again. */
    public static final Kind<RunningVersionEvent.Returned> DRIFT_ENDED = plain(
            "drift.ended",
            RunningVersionEvent.Returned.class,
            Subject.OfTarget::parse,
            RunningVersionEvent.Found.class,
            RunningVersionEvent.Returned::new);

    /** Something bypassed the gates. */
    public static final Kind<RunningVersionEvent.Bypassed> BYPASS_FOUND = plain(
            "bypass.found",
            RunningVersionEvent.Bypassed.class,
            Subject.OfBypass::parse,
            RunningVersionEvent.Found.class,
            RunningVersionEvent.Bypassed::new);

    /** A closed window was overridden. */
    public static final Kind<WindowEvent.Overridden> WINDOW_OVERRIDDEN = plain(
            "window.overridden",
            WindowEvent.Overridden.class,
            Subject.OfOverride::parse,
            WindowEvent.OverrideBody.class,
            WindowEvent.Overridden::new);

    /** A release was planned, or the plan taken back. */
    public static final Kind<WindowEvent.Planned> RELEASE_PLANNED = plain(
            "release.planned",
            WindowEvent.Planned.class,
            Subject.OfPlan::parse,
            WindowEvent.Plan.class,
            WindowEvent.Planned::new);

    /** Somebody connected an account. */
    public static final Kind<IdentityEvent.Linked> IDENTITY_LINKED = plain(
            "identity.linked",
            IdentityEvent.Linked.class,
            Subject.OfAccount::parse,
            IdentityEvent.Link.class,
            IdentityEvent.Linked::new);

    /** A share link was made. */
    public static final Kind<ShareEvent.Created> SHARE_CREATED = plain(
            "share.created",
            ShareEvent.Created.class,
            Subject.OfDeploy::parse,
            ShareEvent.Share.class,
            ShareEvent.Created::new);

    /** A share link was revoked. */
    public static final Kind<ShareEvent.Revoked> SHARE_REVOKED = plain(
            "share.revoked",
            ShareEvent.Revoked.class,
            Subject.OfDeploy::parse,
            ShareEvent.Share.class,
            ShareEvent.Revoked::new);

    /** Bodies were moved to an archive. */
    public static final Kind<LedgerEvent.Archived> LEDGER_ARCHIVED = plain(
            "ledger.archived",
            LedgerEvent.Archived.class,
            Subject.OfLedger::parse,
            LedgerEvent.Bodies.class,
            LedgerEvent.Archived::new);

    /** A bundle was exported. */
    public static final Kind<LedgerEvent.Exported> LEDGER_EXPORTED = plain(
            "ledger.exported",
            LedgerEvent.Exported.class,
            Subject.OfLedger::parse,
            LedgerEvent.Export.class,
            LedgerEvent.Exported::new);

    private final String name;
    private final Class<E> event;
    private final JavaType body;
    private final Class<? extends Subject> subject;
    private final Function<String, ? extends Subject> parse;
    private final BiFunction<Subject, Object, E> make;
    private final List<UnaryOperator<ObjectNode>> upgrades;

    private Kind(
            String name,
            Class<E> event,
            JavaType body,
            Function<String, ? extends Subject> parse,
            BiFunction<Subject, Object, E> make,
            List<UnaryOperator<ObjectNode>> upgrades) {
        this.name = name;
        this.event = event;
        this.body = body;
        this.subject = subjectOf(event);
        this.parse = parse;
        this.make = make;
        this.upgrades = List.copyOf(upgrades);
        BY_NAME.put(name, this);
        BY_EVENT.put(event, this);
    }

    private static Class<? extends Subject> subjectOf(Class<?> event) {
        return event.getRecordComponents()[0].getType().asSubclass(Subject.class);
    }

    @SuppressWarnings("unchecked") // The subject's form and the body's record are those that the event is made of.
    private static <S extends Subject, B, E extends Event> Kind<E> of(
            String name,
            Class<E> event,
            JavaType body,
            Function<String, S> parse,
            BiFunction<S, B, E> make,
            List<UnaryOperator<ObjectNode>> upgrades) {
        return new Kind<>(name, event, body, parse, (subject, read) -> make.apply((S) subject, (B) read), upgrades);
    }

    private static <S extends Subject, B, E extends Event> Kind<E> plain(
            String name, Class<E> event, Function<String, S> parse, Class<B> body, BiFunction<S, B, E> make) {
        return of(name, event, TYPES.constructType(body), parse, make, List.of());
    }

    private static <P, V, E extends Event> Kind<E> ruling(
            String gate,
            Class<E> event,
            Class<P> policy,
            Class<V> evidence,
            BiFunction<Subject.OfChange, RulingBody<P, V>, E> make) {
        JavaType body = TYPES.constructParametricType(RulingBody.class, policy, evidence);
        return of(
                gate + ".decided",
                event,
                body,
                Subject.OfChange::parse,
                make,
                List.of(EarlierForms::groundsBySentence));
    }

    private static <E extends Event> Kind<E> act(
            String name, Class<E> event, BiFunction<Subject.InEnvironment, ApprovalEvent.Answer, E> make) {
        return plain(name, event, Subject.InEnvironment::parse, ApprovalEvent.Answer.class, make);
    }

    private static <E extends Event> Kind<E> change(
            String name, Class<E> event, BiFunction<Subject.InEnvironment, ApprovalEvent.Changed, E> make) {
        return plain(name, event, Subject.InEnvironment::parse, ApprovalEvent.Changed.class, make);
    }

    private static <E extends Event> Kind<E> progress(
            String step, Class<E> event, BiFunction<Subject.OfTarget, DeploymentBody, E> make) {
        return plain("deploy." + step, event, Subject.OfTarget::parse, DeploymentBody.class, make);
    }

    /** Every kind, in the order of this file. */
    public static List<Kind<?>> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The kinds of all events of a family, such as {@code ApprovalEvent.class}. */
    public static List<Kind<?>> of(Class<? extends Event> family) {
        return BY_NAME.values().stream()
                .filter(kind -> family.isAssignableFrom(kind.event))
                .toList();
    }

    /** Empty for a kind that this version does not know. */
    public static Optional<Kind<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException for what is no kind of entry, such as one that could not be read */
    @SuppressWarnings("unchecked") // An event's class has one kind, which is registered for it.
    static <E extends Event> Kind<E> of(E event) {
        Kind<?> kind = BY_EVENT.get(event.getClass());
        if (kind == null) {
            throw new IllegalArgumentException(
                    "Nothing is appended for " + event.getClass().getSimpleName() + ".");
        }
        return (Kind<E>) kind;
    }

    /** As it stands in entries. */
    public String name() {
        return name;
    }

    /** The event's class. */
    public Class<E> event() {
        return event;
    }

    /** The form of its subjects. */
    public Class<? extends Subject> subject() {
        return subject;
    }

    /** The record of its bodies. */
    public JavaType body() {
        return body;
    }

    /** The form in which bodies are written now; 1 for those that never changed. */
    public int form() {
        return upgrades.size() + 1;
    }

    /** Brings a body to the newest form. */
    ObjectNode upgraded(ObjectNode body, int from) {
        ObjectNode newest = body;
        for (UnaryOperator<ObjectNode> upgrade : upgrades.subList(from - 1, upgrades.size())) {
            newest = upgrade.apply(newest);
        }
        return newest;
    }

    /** @throws Subject.Malformed when the text has not the form */
    Subject subject(String text) {
        return parse.apply(text);
    }

    E event(Subject about, Object read) {
        return make.apply(about, read);
    }

    @Override
    public String toString() {
        return name;
    }
}
