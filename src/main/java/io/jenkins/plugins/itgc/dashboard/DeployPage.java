package io.jenkins.plugins.itgc.dashboard;

import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Ruling;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One deploy with the evidence it rests on. */
public final class DeployPage {
    /**
     * Everything on the page.
     *
     * @param before the deploy that succeeded before it; null when none did, or none that the reader may see
     * @param approvers by whose approvals it began
     * @param shares links to it; empty for those who may not export
     */
    public record Answer(
            DeployJson deploy,
            @Nullable DeployJson before,
            List<GateJson> gates,
            List<ApprovalJson> approvals,
            List<String> approvers,
            List<Records.Exceptional> exceptions,
            List<NoticeJson> notices,
            List<Records.Share> shares,
            boolean mayShare) {}

    /** What a gate decided last, and the rules behind it. */
    public record GateJson(
            String gate,
            String decision,
            Instant at,
            @Nullable String reason,
            String evidence,
            EvidenceJson.@Nullable Rule explanation) {
        private static GateJson of(Ruling ruling, PageView view) {
            EvidenceJson evidence = EvidenceJson.of(ruling.sequence(), view);
            return new GateJson(
                    ruling.gate(),
                    ruling.decision(),
                    ruling.at(),
                    evidence.reason(ruling.reason()),
                    ruling.evidence(),
                    evidence.rules());
        }
    }

    /** A request for approval with its answers. */
    public record ApprovalJson(
            String id, Instant at, String state, @Nullable Instant until, List<Approvals.Act> acts) {
        static ApprovalJson of(Approvals.Request request, PageView view) {
            return new ApprovalJson(
                    request.id(),
                    request.at(),
                    request.state(),
                    request.until(),
                    Translated.acts(request.acts(), view));
        }
    }

    /** A notification; {@code link} can be opened or is null. */
    public record NoticeJson(
            String announcer,
            Instant at,
            @Nullable String what,
            @Nullable String link) {
        private static NoticeJson of(Records.Notice notice) {
            return new NoticeJson(notice.announcer(), notice.at(), notice.what(), Links.safe(notice.link()));
        }
    }

    private DeployPage() {}

    /** The page of a deploy; empty when there is none that the reader may see. */
    public static Optional<Answer> of(long id, PageView view) {
        return view.projection().deploys().byId(id, view.scope()).map(deploy -> answer(deploy, view));
    }

    private static Answer answer(Deploy deploy, PageView view) {
        Projection projection = view.projection();
        Scope scope = view.scope();
        boolean mayShare = view.reader().mayExport();
        Records records = projection.records();
        return new Answer(
                DeployJson.of(deploy, view.reader()),
                projection
                        .deploys()
                        .successBefore(deploy, scope)
                        .map(before -> DeployJson.of(before, view.reader()))
                        .orElse(null),
                projection.rulings().ofBuild(deploy.build()).stream()
                        .map(ruling -> GateJson.of(ruling, view))
                        .toList(),
                approvals(deploy, view),
                projection.approvals().approvers(deploy),
                Translated.exceptions(exceptions(deploy, records, scope), view),
                Translated.notices(records.notices(deploy.id()), view).stream()
                        .map(NoticeJson::of)
                        .toList(),
                mayShare ? records.shares(deploy.id()) : List.of(),
                mayShare);
    }

    /** The requests that ask about this deploy's commit, with their answers. */
    private static List<ApprovalJson> approvals(Deploy deploy, PageView view) {
        Scope scope = view.scope();
        return view.projection().approvals().about(deploy.commit(), deploy.environment()).stream()
                .filter(request -> request.job() == null || scope.covers(request.job()))
                .map(request -> ApprovalJson.of(request, view))
                .toList();
    }

    private static List<Records.Exceptional> exceptions(Deploy deploy, Records records, Scope scope) {
        return records.exceptionsAbout(deploy.commit(), scope).stream()
                .filter(found ->
                        found.environment() == null || found.environment().equals(deploy.environment()))
                .toList();
    }
}
