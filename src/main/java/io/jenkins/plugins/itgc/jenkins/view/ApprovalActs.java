package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.dashboard.ApprovalAnswers;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.ledger.projection.Approvals;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.verb.POST;

/** {@code approvals/<id>/approve} and {@code approvals/<id>/refuse}. */
public final class ApprovalActs implements StaplerProxy {
    ApprovalActs() {}

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(ItgcPermissions.APPROVE);
        return this;
    }

    /** The request of this name, whether there is one or not. */
    public Answering getDynamic(String request) {
        return new Answering(request);
    }

    /** One request. */
    public static final class Answering {
        private final String request;

        private Answering(String request) {
            this.request = request;
        }

        /**
         * Approves in the name of who is logged in.
         *
         * @param reason a sentence; null or blank for none
         * @return 200 when it counts, 409 when not, and the message says why; 404 for a request that the reader may not
         *     see
         */
        @POST
        public HttpResponse doApprove(@QueryParameter String reason) {
            return answer(reason, true);
        }

        /**
         * Refuses in the name of who is logged in.
         *
         * @param reason a sentence
         * @return 200 when it counts, 409 when not, and the message says why; 400 without a reason; 404 for a request
         *     that the reader may not see
         */
        @POST
        public HttpResponse doRefuse(@QueryParameter String reason) {
            return answer(reason, false);
        }

        private HttpResponse answer(String reason, boolean approve) {
            Jenkins.get().checkPermission(ItgcPermissions.APPROVE);
            return DashboardApi.answer(view -> {
                Optional<Approvals.Request> asked =
                        view.projection().approvals().byId(request, view.scope());
                Optional<ApprovalAnswers> answers = view.data().answers();
                String user = view.reader().id();
                if (asked.isEmpty() || answers.isEmpty() || user == null) {
                    return JsonAnswer.problem(404, Message.of("dashboard.no-request"));
                }
                String why = reason == null ? "" : reason.strip();
                if (!approve && why.isEmpty()) {
                    return JsonAnswer.problem(400, Message.of("dashboard.refusal-reason"));
                }
                return JsonAnswer.of(
                        approve
                                ? answers.get().approve(request, user, why)
                                : answers.get().refuse(request, user, why));
            });
        }
    }
}
