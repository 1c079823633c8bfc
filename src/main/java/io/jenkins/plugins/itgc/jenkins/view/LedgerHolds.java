package io.jenkins.plugins.itgc.jenkins.view;

import hudson.Extension;
import io.jenkins.plugins.itgc.dashboard.ActionResult;
import io.jenkins.plugins.itgc.dashboard.HoldActions;
import io.jenkins.plugins.itgc.deploy.Hold;
import io.jenkins.plugins.itgc.deploy.Holds;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.ItgcConfiguration;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Holds that are kept in the ledger, and that wake whoever waits for their end. */
@Extension
public class LedgerHolds implements HoldActions {
    @Override
    public ActionResult place(String environment, String service, String user, String reason, Instant until) {
        if (unknown(environment)) {
            return new ActionResult(false, Message.of("dashboard.hold.no-environment", environment));
        }
        if (reason == null || reason.isBlank()) {
            return new ActionResult(false, Message.of("dashboard.hold.reason"));
        }
        if (until != null && !until.isAfter(ItgcServices.get().clock().instant())) {
            return new ActionResult(false, Message.of("dashboard.hold.over"));
        }
        if (service != null && !StandardCharsets.UTF_8.newEncoder().canEncode(service)) {
            return new ActionResult(false, Message.of("dashboard.hold.service"));
        }
        Hold hold = new Hold(environment, service, user, reason.trim(), until);
        ItgcServices.get().holds().place(hold);
        return new ActionResult(true, Message.of("dashboard.hold.held", hold.name()));
    }

    private static boolean unknown(String environment) {
        return ItgcConfiguration.get().getEnvironments().stream()
                .noneMatch(entry -> entry.getName().equals(environment));
    }

    @Override
    public ActionResult release(String environment, String service, String user) {
        ItgcServices services = ItgcServices.get();
        if (!services.holds().release(environment, service, user)) {
            return new ActionResult(false, Message.of("dashboard.hold.nothing"));
        }
        services.waiting().wake(Holds.topic(environment));
        return new ActionResult(true, Message.of("dashboard.hold.released"));
    }
}
