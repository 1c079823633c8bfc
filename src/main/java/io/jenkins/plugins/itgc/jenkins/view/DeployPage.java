package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import io.jenkins.plugins.itgc.ledger.projection.Deploy;
import io.jenkins.plugins.itgc.ledger.projection.Projection;
import io.jenkins.plugins.itgc.ledger.projection.Records;
import io.jenkins.plugins.itgc.ledger.projection.Ruling;
import io.jenkins.plugins.itgc.ledger.projection.Scope;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One deploy with the evidence it rests on. */
final class DeployPage {
    /**
     * Everything on the page.
     *
     * @param before what went out before it; null when nothing did, or nothing that the reader may see
     * @param shares links to it; empty for those who may not export
     */
    record Answer(
            DeployJson deploy,
            DeployJson before,
            List<GateJson> gates,
            List<ApprovalJson> approvals,
            List<Records.Exceptional> exceptions,
            List<Records.Notice> notices,
            List<Records.Share> shares,
            boolean mayShare) {}

    /** What a gate said last, and the rules behind it. */
    record GateJson(
            String gate, String decision, Instant at, String reason, String evidence, EvidenceJson.Rule explanation) {
        private static GateJson of(Ruling ruling) {
            EvidenceJson evidence = EvidenceJson.of(ruling.sequence());
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
    record ApprovalJson(String id, Instant at, String state, Instant until, List<Approvals.Act> acts) {
        /** Whose last word is that they approve. */
        List<String> approvers() {
            Map<String, String> last = new LinkedHashMap<>();
            acts.stream().filter(act -> act.person() != null).forEach(act -> last.put(act.person(), act.what()));
            last.values().removeIf(what -> !what.equals("given"));
            return List.copyOf(last.keySet());
        }

        static ApprovalJson of(Approvals.Request request) {
            return new ApprovalJson(request.id(), request.at(), request.state(), request.until(), request.acts());
        }
    }

    private DeployPage() {}

    static Optional<Answer> of(long id, Projection projection, Scope scope) {
        return projection.deploys().byId(id, scope).map(deploy -> answer(deploy, projection, scope));
    }

    private static Answer answer(Deploy deploy, Projection projection, Scope scope) {
        boolean mayShare = Reader.may(ItgcPermissions.EXPORT);
        Records records = projection.records();
        return new Answer(
                DeployJson.of(deploy),
                projection
                        .deploys()
                        .successBefore(deploy, scope)
                        .map(DeployJson::of)
                        .orElse(null),
                projection.rulings().ofBuild(deploy.build()).stream()
                        .map(GateJson::of)
                        .toList(),
                approvals(deploy, projection, scope),
                exceptions(deploy, records, scope),
                records.notices(deploy.id()).stream().map(DeployPage::safe).toList(),
                mayShare ? records.shares(deploy.id()) : List.of(),
                mayShare);
    }

    static List<ApprovalJson> approvals(Deploy deploy, Projection projection, Scope scope) {
        return projection.approvals().about(deploy.commit(), deploy.environment()).stream()
                .filter(request -> request.job() == null || scope.covers(request.job()))
                .map(ApprovalJson::of)
                .toList();
    }

    private static List<Records.Exceptional> exceptions(Deploy deploy, Records records, Scope scope) {
        return records.exceptionsAbout(deploy.commit(), scope).stream()
                .filter(found ->
                        found.environment() == null || found.environment().equals(deploy.environment()))
                .toList();
    }

    private static Records.Notice safe(Records.Notice notice) {
        return new Records.Notice(notice.announcer(), notice.at(), notice.what(), Links.safe(notice.link()));
    }
}
