package io.jenkins.plugins.itgc.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jenkins.plugins.itgc.ledger.Draft;
import io.jenkins.plugins.itgc.ledger.Entry;
import io.jenkins.plugins.itgc.ledger.Ledger;
import io.jenkins.plugins.itgc.ledger.LedgerFailure;
import java.util.List;

/** Where builds of deploys that have not ended are to be found after their job was renamed or moved; kept in the ledger. */
public record MovedBuilds(Ledger ledger) {
    private static final String KIND = "build.moved";
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What the entry keeps.
     *
     * @param deploy whose build it is
     * @param build its name in the ledger
     * @param from its name before
     * @param to its name now
     */
    private record Body(String deploy, String build, String from, String to) {}

    /** The name that the build of a deploy has now. */
    public String now(DeployNews deploy) {
        return ledger.newest(KIND, subject(deploy)).map(MovedBuilds::to).orElse(deploy.build());
    }

    private static String subject(DeployNews deploy) {
        return "deploy " + deploy.deploy();
    }

    private static String to(Entry entry) {
        try {
            return JSON.readTree(entry.body()).path("to").asText();
        } catch (JsonProcessingException e) {
            throw new LedgerFailure("Entry " + entry.sequence() + " of the ledger is no JSON; verify the ledger.", e);
        }
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
                Body body = new Body(deploy.deploy(), deploy.build(), from, newJob + from.substring(number));
                ledger.append(new Draft(KIND, subject(deploy), "jenkins", body));
            }
        }
    }
}
