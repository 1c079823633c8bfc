package io.jenkins.plugins.itgc.testbed.controller.store;

import hudson.model.Action;
import hudson.model.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of a build is kept in its XML file. */
final class BuildState {
    long timestamp = System.currentTimeMillis();
    long duration;
    Result result;
    boolean completed;
    String description;
    String displayName;
    String script;
    Map<String, String> environment = new TreeMap<>();
    List<Action> actions = new ArrayList<>();
}
