package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.event.Actor;
import io.jenkins.plugins.itgc.ledger.event.DeployEvent;
import io.jenkins.plugins.itgc.ledger.event.EventLog;
import io.jenkins.plugins.itgc.ledger.event.Kind;
import io.jenkins.plugins.itgc.ledger.event.Subject;
import java.util.List;

/**
 * Where builds of deploys that have not ended are to be found after their job was renamed or moved; kept in the ledger.
 *
 * @param ledger where that stands
 */
public record MovedBuilds(Ledger ledger) {
    /** The name that the build of a deploy has now. */
    public String now(DeployNews deploy) {
        return new EventLog(ledger)
                .newest(Kind.BUILD_MOVED, new Subject.OfDeploy(deploy.id()))
                .map(moved -> moved.event().body().to())
                .orElse(deploy.build());
    }

    /**
     * A job has another name.
     *
     * @param open deploys that have not ended
     */
    public void moved(String oldJob, String newJob, List<DeployNews> open) {
        for (DeployNews deploy : open) {
            String from = now(deploy);
            int number = from.lastIndexOf('#');
            if (number > 0 && from.substring(0, number).equals(oldJob)) {
                String to = newJob + from.substring(number);
                DeployEvent.Move move = new DeployEvent.Move(deploy.id(), deploy.build(), from, to);
                Subject.OfDeploy subject = new Subject.OfDeploy(deploy.id());
                new EventLog(ledger).append(new DeployEvent.BuildMoved(subject, move), Actor.jenkins());
            }
        }
    }
}
