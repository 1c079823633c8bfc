package io.jenkins.plugins.itgc.jenkins.view;

import com.fasterxml.jackson.databind.JsonNode;

/** A finding as the pages get it; its link can be opened or is null. */
record FindingJson(String code, String what, String subject, String link, String next) {
    static FindingJson of(JsonNode node) {
        return new FindingJson(
                node.path("code").asText(""),
                node.path("what").asText(""),
                node.path("subject").asText(""),
                Links.safe(node.path("link").asText(null)),
                node.path("next").asText(""));
    }
}
