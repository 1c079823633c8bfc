package io.jenkins.plugins.itgc.deploy;

import io.jenkins.plugins.itgc.gate.Change;
import io.jenkins.plugins.itgc.gate.Decision;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Ruling;
import io.jenkins.plugins.itgc.ledger.event.RulingBody;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a step gives back to the pipeline: plain maps, lists and texts, which the sandbox allows and a restart keeps. */
public final class GateResult {
    private GateResult() {}

    /**
     * The result of a step.
     *
     * @param evidenceId the ledger's entry of the ruling, sequence and hash
     * @param own what the gate adds
     */
    public static Map<String, Object> of(Ruling ruling, String evidenceId, Map<String, Object> own) {
        Change change = ruling.change();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("gate", ruling.gate());
        result.put("verdict", RulingBody.word(ruling.decision()));
        result.put("opensDeploy", ruling.decision() instanceof Decision.Pass pass && pass.opensDeploy());
        result.put("summary", ruling.explanation().summary());
        result.put("findings", findings(ruling));
        result.put("evidenceId", evidenceId);
        result.put("repository", change.repository().toString());
        result.put("commit", change.commit() == null ? null : change.commit().sha());
        result.put("tree", change.tree() == null ? null : change.tree().sha());
        result.put("pullRequests", new ArrayList<>(change.pullRequests()));
        result.putAll(own);
        return result;
    }

    private static List<Map<String, String>> findings(Ruling ruling) {
        List<Map<String, String>> findings = new ArrayList<>();
        ruling.explanation().allFindings().forEach(finding -> findings.add(map(finding)));
        return findings;
    }

    private static Map<String, String> map(Finding finding) {
        Map<String, String> map = new HashMap<>();
        map.put("code", finding.code());
        map.put("what", finding.what());
        map.put("subject", finding.subject());
        map.put("link", finding.link());
        map.put("next", finding.next());
        return map;
    }
}
