package io.jenkins.plugins.itgc.jenkins.view;

import io.jenkins.plugins.itgc.audit.AuditJar;
import io.jenkins.plugins.itgc.dashboard.ReplayPage;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.watch.LedgerSeal;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import io.jenkins.plugins.itgc.ledger.attest.CheckpointChain;
import io.jenkins.plugins.itgc.ledger.attest.Notary;
import io.jenkins.plugins.itgc.ledger.attest.VerifyingKey;
import io.jenkins.plugins.itgc.ledger.bundle.BundleWriter;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.LedgerEvent;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** What auditors take away, below {@code /deploys/api/export/}. */
public final class Exports implements StaplerProxy {
    private static final Logger LOG = Logger.getLogger(Exports.class.getName());
    private static final int LONGEST_POLICY = 64 << 10;

    Exports() {}

    @Override
    public Object getTarget() {
        Jenkins.get().checkPermission(ItgcPermissions.EXPORT);
        return this;
    }

    private static HttpResponse answer(Supplier<HttpResponse> work) {
        Jenkins.get().checkPermission(ItgcPermissions.EXPORT);
        try {
            return work.get();
        } catch (Query.BadQuery e) {
            return JsonAnswer.problem(400, e.problem());
        } catch (LedgerFailure e) {
            LOG.log(Level.WARNING, "An export could not be made", e);
            return JsonAnswer.problem(503, Message.of("dashboard.ledger-not-exported"));
        }
    }

    /** The whole ledger. That somebody took it away is itself an entry. */
    @POST
    @WebMethod(name = "bundle")
    public HttpResponse doBundle() {
        return answer(() -> {
            Notary notary = LedgerSeal.get().notary();
            ItgcServices services = ItgcServices.get();
            new EventLog(services.ledger())
                    .append(
                            new LedgerEvent.Exported(new Subject.OfLedger(notary.stream()), new LedgerEvent.Export()),
                            Actor.user(new JenkinsReader().id()));
            seal(notary);
            Path temporary = Jenkins.get().getRootDir().toPath().resolve("itgc").resolve("exports");
            return BundleAnswer.of(new BundleWriter(services.ledger(), notary, services.clock()), temporary);
        });
    }

    /** A ledger that is not intact is exported all the same; whoever verifies the bundle is told. */
    private static void seal(Notary notary) {
        try {
            notary.seal();
        } catch (CheckpointChain.Broken | LedgerFailure e) {
            LOG.log(Level.SEVERE, "A bundle is exported without a new checkpoint", e);
        }
    }

    /**
     * Public parts of all keys that ever signed for this controller, as {@code keys.pem}. 503 when they cannot be read.
     */
    @GET
    @WebMethod(name = "keys.pem")
    public HttpResponse doKeys() {
        return answer(() -> Download.text(
                "keys.pem",
                "application/x-pem-file",
                LedgerSeal.get().notary().keys().known().stream()
                        .map(VerifyingKey::pem)
                        .collect(Collectors.joining())));
    }

    /** All checkpoints, oldest first, as {@code checkpoints.jsonl}. 503 when they cannot be read. */
    @GET
    @WebMethod(name = "checkpoints.jsonl")
    public HttpResponse doCheckpoints() {
        return answer(() -> Download.text(
                "checkpoints.jsonl",
                "application/jsonl",
                LedgerSeal.get().notary().lines().stream()
                        .map(line -> line + "\n")
                        .collect(Collectors.joining())));
    }

    /**
     * Judges reviews again under another policy, some at a time. Parameters: {@code policy} (a JSON object of the fields that
     * differ), {@code after} (number of an entry).
     */
    @GET
    @WebMethod(name = "replay")
    public HttpResponse doReplay(StaplerRequest2 request) {
        return replay(new Query(request));
    }

    /** The same for a policy that is too long for an address. */
    @POST
    @WebMethod(name = "replay")
    public HttpResponse doLongReplay(StaplerRequest2 request) {
        return replay(new Query(request));
    }

    private static HttpResponse replay(Query query) {
        return answer(() -> {
            String policy = query.text("policy", LONGEST_POLICY);
            Long after = query.number("after");
            try {
                return JsonAnswer.of(ReplayPage.of(
                        ItgcServices.get().ledger(), policy == null ? "{}" : policy, after == null ? 0 : after));
            } catch (IllegalArgumentException e) {
                return JsonAnswer.problem(400, Worded.of(e));
            }
        });
    }

    /** The program that verifies bundles, draws samples and judges again, made of this plugin's own classes. */
    @GET
    @WebMethod(name = "itgc-audit.jar")
    public HttpResponse doJar() {
        return answer(() -> new Download("itgc-audit.jar", "application/java-archive", AuditJar::write));
    }

    /** A file for the browser to save. */
    record Download(String name, String type, Content content) implements HttpResponse {
        /** What is written, once headers are. */
        interface Content {
            void write(java.io.OutputStream out) throws IOException;
        }

        static Download text(String name, String type, String text) {
            return new Download(name, type, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public void generateResponse(StaplerRequest2 request, StaplerResponse2 response, Object node)
                throws IOException {
            response.setHeader("Cache-Control", "private, no-store");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
            response.setContentType(type);
            content.write(response.getOutputStream());
        }
    }
}
