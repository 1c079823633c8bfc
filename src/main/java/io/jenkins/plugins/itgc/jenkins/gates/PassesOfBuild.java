package io.jenkins.plugins.itgc.jenkins.gates;

import hudson.model.Run;
import io.jenkins.plugins.itgc.deploy.DeployGate;
import io.jenkins.plugins.itgc.deploy.DeployTarget;
import io.jenkins.plugins.itgc.deploy.RecordedPass;
import io.jenkins.plugins.itgc.deploy.RequiredPass;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gates of a build that passed for a target, as the ledger confirms them: of each gate, and each database that it is asked for,
 * the latest pass that opens a deploy,
 * and where there is none the latest that does not, so that it can be told why nothing begins.
 */
final class PassesOfBuild {
    private PassesOfBuild() {}

    static List<RecordedPass> of(Run<?, ?> build, DeployTarget target) {
        Map<RequiredPass, RecordedPass> latest = new LinkedHashMap<>();
        for (PassedGate gate : PassedGates.of(build)) {
            if (!gate.gate().equals(DeployGate.NAME)) {
                recorded(build, gate)
                        .filter(pass -> concerns(pass, target))
                        .ifPresent(pass ->
                                latest.merge(new RequiredPass(pass.gate(), pass.part()), pass, PassesOfBuild::better));
            }
        }
        return List.copyOf(latest.values());
    }

    private static RecordedPass better(RecordedPass earlier, RecordedPass later) {
        return earlier.opensDeploy() && !later.opensDeploy() ? earlier : later;
    }

    static Optional<RecordedPass> recorded(Run<?, ?> build, PassedGate gate) {
        ItgcServices services = ItgcServices.get();
        return RecordedPass.read(
                services.ledger(),
                gate.gate(),
                gate.evidenceId(),
                services.liveBuilds().actor(build));
    }

    private static boolean concerns(RecordedPass pass, DeployTarget target) {
        return target.service().equals(pass.service())
                && target.environment().equals(pass.change().environment());
    }
}
