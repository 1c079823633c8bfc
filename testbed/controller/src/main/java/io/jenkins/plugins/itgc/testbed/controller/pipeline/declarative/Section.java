package io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative;

import groovy.lang.Closure;
import hudson.AbortException;
import io.jenkins.plugins.itgc.testbed.controller.pipeline.Definitions;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a declarative Pipeline with its entries. */
public final class Section implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final Set<String> PIPELINE = Set.of("agent", "environment", "options", "stages", "post");
    private static final Set<String> STAGE = Set.of(
            "agent", "environment", "options", "when", "input", "steps", "stages", "parallel", "failFast", "post");
    private static final Set<String> STAGES = Set.of("stage");

    private final String title;
    private final List<Call> calls;

    private Section(String title, List<Call> calls) {
        this.title = title;
        this.calls = calls;
    }

    /** The whole Pipeline; a section that is missing or unknown is an AbortException. */
    public static Section pipeline(Closure<?> body) throws AbortException {
        Section root = read("pipeline", body).only(PIPELINE);
        for (String required : List.of("agent", "stages")) {
            if (!root.has(required)) {
                throw new AbortException("Missing required section \"" + required + "\" of the pipeline");
            }
        }
        return root;
    }

    /** One stage; it must have exactly one kind of work. */
    public static Section stage(Call named) throws AbortException {
        Section stage = read("stage " + named.value(), named.closure()).only(STAGE);
        long kinds = List.of("steps", "stages", "parallel").stream()
                .filter(stage::has)
                .count();
        if (kinds != 1) {
            throw new AbortException(
                    "Expected one of \"steps\", \"stages\", or \"parallel\" for stage \"" + named.value() + "\"");
        }
        return stage;
    }

    /** The conditions inside another one. */
    public static Section conditions(Closure<?> body) {
        return read("when", body);
    }

    private static Section read(String title, Closure<?> body) {
        Recorder recorder = new Recorder();
        body.setDelegate(recorder);
        body.setResolveStrategy(Closure.DELEGATE_FIRST);
        Definitions.evaluate(body);
        return new Section(title, recorder.calls());
    }

    private Section only(Set<String> allowed) throws AbortException {
        for (Call call : calls) {
            if (!allowed.contains(call.name())) {
                throw new AbortException("Undefined section \"" + call.name() + "\" in " + title);
            }
        }
        return this;
    }

    /** Whether the entry is there. */
    public boolean has(String name) {
        return calls.stream().anyMatch(c -> c.name().equals(name));
    }

    /** All entries. */
    public List<Call> calls() {
        return calls;
    }

    private Call call(String name) {
        return calls.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    /** The block of an entry. */
    public Closure<?> closure(String name) {
        return call(name).closure();
    }

    /** The argument of an entry. */
    public Object value(String name) {
        return call(name).value();
    }

    /** The entries inside an entry's block. */
    public Section section(String name) throws AbortException {
        Call call = call(name);
        if (call.closure() == null) {
            throw new AbortException("The section \"" + name + "\" in " + title + " needs a block");
        }
        Section inner = read(name, call.closure());
        boolean holdsStages = name.equals("stages") || name.equals("parallel");
        return holdsStages ? inner.only(STAGES) : inner;
    }

    /** The entries as named values. */
    public Map<String, Object> named() {
        Map<String, Object> named = new LinkedHashMap<>();
        calls.forEach(c -> named.put(c.name(), c.value()));
        return named;
    }

    /** {@code any}, {@code none}, a label, or null if nothing is said. */
    public String agent() throws AbortException {
        if (!has("agent")) {
            return null;
        }
        Call agent = call("agent");
        if (agent.closure() == null) {
            return String.valueOf(agent.value());
        }
        Section kinds = section("agent");
        if (kinds.has("label")) {
            return String.valueOf(kinds.value("label"));
        } else if (kinds.has("node")) {
            return "any";
        }
        throw new AbortException("The testbed has one agent; it cannot run an agent of the kind "
                + kinds.calls().get(0).name());
    }
}
