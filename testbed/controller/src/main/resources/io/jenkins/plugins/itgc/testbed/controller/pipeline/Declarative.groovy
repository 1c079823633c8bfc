package io.jenkins.plugins.itgc.testbed.controller.pipeline

import io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative.BuildOptions
import io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative.Outcomes
import io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative.Patterns
import io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative.Section
import io.jenkins.plugins.itgc.testbed.controller.pipeline.declarative.Variables

/**
 * Carries out a declarative Pipeline with the same steps as a scripted one. It is compiled together with the
 * script, so that it waits and survives a restart like the script itself.
 */
class Declarative implements Serializable {
    private static final long serialVersionUID = 1L

    def script
    boolean checksOut

    Declarative(script) {
        this.script = script
    }

    def run(Closure body) {
        Section root = Section.pipeline(body)
        checksOut = !BuildOptions.skipCheckout(root)
        onAgent(root) {
            withOptions(root) {
                withEnvironment(root) {
                    guarded(root) { stages(root.section('stages')) }
                }
            }
        }
    }

    def stages(Section all) {
        List stages = all.calls()
        for (int i = 0; i < stages.size(); i++) {
            stage(stages[i])
        }
    }

    def stage(named) {
        Closure body = { -> within(Section.stage(named), named.value()) }
        script.invokeMethod('stage', [named.value(), body] as Object[])
    }

    def within(Section stage, String name) {
        if (stage.has('when') && !all(stage.section('when'))) {
            echo("Stage \"${name}\" skipped due to when conditional".toString())
            return
        }
        if (stage.has('input')) {
            script.invokeMethod('input', [stage.section('input').named()] as Object[])
        }
        onAgent(stage) {
            withOptions(stage) {
                withEnvironment(stage) {
                    guarded(stage) { work(stage) }
                }
            }
        }
    }

    def work(Section stage) {
        if (stage.has('steps')) {
            call(stage.closure('steps'))
        } else if (stage.has('stages')) {
            stages(stage.section('stages'))
        } else {
            parallel(stage)
        }
    }

    def parallel(Section stage) {
        Map branches = [:]
        List all = stage.section('parallel').calls()
        for (int i = 0; i < all.size(); i++) {
            def branch = all[i]
            branches[branch.value()] = { -> this.stage(branch) }
        }
        if (stage.has('failFast') && stage.value('failFast')) {
            branches.failFast = true
        }
        script.invokeMethod('parallel', [branches] as Object[])
    }

    boolean all(Section conditions) {
        List calls = conditions.calls()
        for (int i = 0; i < calls.size(); i++) {
            if (!holds(calls[i])) {
                return false
            }
        }
        return true
    }

    boolean any(Section conditions) {
        List calls = conditions.calls()
        for (int i = 0; i < calls.size(); i++) {
            if (holds(calls[i])) {
                return true
            }
        }
        return false
    }

    boolean holds(condition) {
        switch (condition.name()) {
            case 'expression':
                return call(condition.closure()) as boolean
            case 'not':
                return !all(Section.conditions(condition.closure()))
            case 'allOf':
                return all(Section.conditions(condition.closure()))
            case 'anyOf':
                return any(Section.conditions(condition.closure()))
            default:
                return Patterns.hold(condition)
        }
    }

    def onAgent(Section section, Closure body) {
        def agent = section.agent()
        if (agent == null || agent == 'none') {
            body()
        } else {
            Map label = agent == 'any' ? [:] : [label: agent]
            Closure checkedOut = { ->
                checkout()
                body()
            }
            script.invokeMethod('node', [label, checkedOut] as Object[])
        }
    }

    def checkout() {
        def scm = checksOut ? Definitions.scm() : null
        if (scm != null) {
            script.invokeMethod('checkout', [scm] as Object[])
        }
    }

    def withOptions(Section section, Closure body) {
        apply(section.has('options') ? section.section('options').calls() : [], 0, body)
    }

    def apply(List options, int at, Closure body) {
        if (at == options.size()) {
            body()
        } else if (BuildOptions.wraps(options[at])) {
            Closure rest = { -> apply(options, at + 1, body) }
            script.invokeMethod(options[at].name(), [options[at].arguments(), rest] as Object[])
        } else {
            BuildOptions.apply(options[at])
            apply(options, at + 1, body)
        }
    }

    def withEnvironment(Section section, Closure body) {
        if (!section.has('environment')) {
            body()
            return
        }
        Variables variables = new Variables(script)
        Closure assignments = section.closure('environment')
        assignments.delegate = variables
        assignments.resolveStrategy = Closure.DELEGATE_FIRST
        assignments()
        Closure inner = { -> script.invokeMethod('withEnv', [variables.plain(), body] as Object[]) }
        if (variables.bindings().isEmpty()) {
            inner()
        } else {
            script.invokeMethod('withCredentials', [variables.bindings(), inner] as Object[])
        }
    }

    def guarded(Section section, Closure body) {
        if (!section.has('post')) {
            body()
            return
        }
        def failure = null
        try {
            body()
        } catch (Throwable e) {
            failure = e
        }
        post(section.section('post'), Outcomes.after(failure))
        if (failure != null) {
            throw failure
        }
    }

    def post(Section conditions, List outcomes) {
        for (int i = 0; i < outcomes.size(); i++) {
            if (conditions.has(outcomes[i])) {
                call(conditions.closure(outcomes[i]))
            }
        }
    }

    def call(Closure steps) {
        steps.delegate = script
        steps.resolveStrategy = Closure.DELEGATE_FIRST
        return steps()
    }

    def echo(String text) {
        script.invokeMethod('echo', [text] as Object[])
    }
}
