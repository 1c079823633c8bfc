package io.jenkins.plugins.itgc.testbed.sandbox.build;

import io.jenkins.plugins.itgc.testbed.sandbox.FaultPlan;
import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.WorldFormatException;
import io.jenkins.plugins.itgc.testbed.sandbox.model.SlackTeam;
import io.jenkins.plugins.itgc.testbed.sandbox.model.WorldClock;
import io.jenkins.plugins.itgc.testbed.sandbox.operation.Operations;
import io.jenkins.plugins.itgc.testbed.sandbox.slack.SlackRequests;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.SlackYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.WorldReader;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.WorldYaml;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.YamlLines;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Builds a world from its text, part after part. */
public final class WorldBuilder {
    private static final Instant DEFAULT_CLOCK = Instant.parse("2026-01-15T10:00:00Z");

    private WorldBuilder() {}

    /**
     * @param base folder that paths in the world are relative to
     * @throws WorldFormatException if the text is not a world; names key and line
     */
    public static World build(String text, Path base) {
        WorldYaml yaml = WorldReader.read(text);
        try {
            return build(yaml, base);
        } catch (WorldFormatException e) {
            throw e.atLine(YamlLines.lineOf(text, e.path()));
        }
    }

    private static World build(WorldYaml yaml, Path base) {
        checkOperations(yaml);
        AccountsBuilder people = new AccountsBuilder(yaml);
        World world = new World(clock(yaml.clock()), people.tokens(), new FaultPlan(yaml.latency(), yaml.faults()));
        people.addTo(world);
        yaml.repositories().forEach((name, repository) -> new RepositoryBuilder(world, base, name, repository).build());
        world.tickets(new JiraBuilder(world, yaml.jira()).build(), new RedmineBuilder(world, yaml.redmine()).build());
        SlackYaml slack = yaml.slack();
        world.chat(new SlackTeam(slack.team()), new SlackRequests(slack.signingSecret(), requestUrl(slack)));
        yaml.calendars().forEach((name, calendar) -> world.add(name, CalendarBuilder.build(name, calendar)));
        yaml.databases()
                .forEach((name, database) -> world.add(name, new DatabaseBuilder(world, name, database).build()));
        return world;
    }

    /** A fault strikes late, so what it does must be understood early. */
    private static void checkOperations(WorldYaml yaml) {
        for (int i = 0; i < yaml.faults().size(); i++) {
            try {
                Operations.parse(yaml.faults().get(i).operations());
            } catch (IllegalArgumentException e) {
                throw new WorldFormatException(List.of("faults", i, "operations"), e.getMessage());
            }
        }
    }

    private static URI requestUrl(SlackYaml slack) {
        try {
            return slack.requestUrl() == null ? null : URI.create(slack.requestUrl());
        } catch (IllegalArgumentException e) {
            throw new WorldFormatException(List.of("slack", "requestUrl"), "expected an address");
        }
    }

    private static WorldClock clock(String written) {
        if ("now".equals(written)) {
            return new WorldClock(null);
        }
        try {
            return new WorldClock(written == null ? DEFAULT_CLOCK : Instant.parse(written));
        } catch (DateTimeParseException e) {
            throw new WorldFormatException(
                    List.of("clock"), "expected 'now' or an instant such as 2026-03-02T10:00:00Z");
        }
    }

    /** The default tokens: one for a machine of its own, so that a small world needs none. */
    static Map<String, String> defaultTokens() {
        return Map.of("sandbox-token", "itgc-gates");
    }
}
