package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/** A part of a list, by Relay's rules and GitHub's limits. */
record Page(List<?> nodes, int start, int total, int candidates) {
    private static final int LARGEST = 100;

    /** An element with its cursor. */
    record Edge(String cursor, Object node) {}

    /** What comes before and after the part. */
    record Info(boolean hasNextPage, boolean hasPreviousPage, String startCursor, String endCursor) {}

    /**
     * The part that first, last, after and before ask for.
     *
     * @throws GraphQlProblem if neither first nor last is given, or one is over 100
     */
    static Page of(List<?> all, DataFetchingEnvironment env) {
        Integer first = size(env, "first");
        Integer last = size(env, "last");
        if (first == null && last == null) {
            throw new GraphQlProblem(
                    "MISSING_PAGINATION_BOUNDARIES",
                    "You must provide a `first` or `last` value to properly paginate the `"
                            + env.getField().getName() + "` connection.");
        }
        int from = position(env.getArgument("after"), 0);
        String before = env.getArgument("before");
        int to = Math.min(all.size(), before == null ? all.size() : position(before, 1) - 1);
        from = Math.min(from, to);
        int candidates = to - from;
        if (first != null) {
            to = Math.min(to, from + first);
        }
        if (last != null) {
            from = Math.max(from, to - last);
        }
        return new Page(List.copyOf(all.subList(from, to)), from, all.size(), candidates);
    }

    List<Edge> edges() {
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new Edge(cursor(start + i + 1), nodes.get(i)))
                .toList();
    }

    Info info() {
        int end = start + nodes.size();
        boolean empty = nodes.isEmpty();
        return new Info(end < total, start > 0, empty ? null : cursor(start + 1), empty ? null : cursor(end));
    }

    private static Integer size(DataFetchingEnvironment env, String argument) {
        Integer size = env.getArgument(argument);
        if (size != null && size > LARGEST) {
            throw new GraphQlProblem(
                    "EXCESSIVE_PAGINATION",
                    "Requesting " + size + " records on the `" + env.getField().getName() + "` connection exceeds the `"
                            + argument + "` limit of " + LARGEST + " records.");
        }
        if (size != null && size < 0) {
            throw new GraphQlProblem("ARGUMENT_ERROR", "`" + argument + "` must not be negative.");
        }
        return size;
    }

    private static String cursor(int position) {
        return Base64.getEncoder().encodeToString(("cursor:" + position).getBytes(StandardCharsets.UTF_8));
    }

    private static int position(String cursor, int otherwise) {
        if (cursor == null) {
            return otherwise;
        }
        try {
            String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("cursor:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new GraphQlProblem(
                    "INVALID_CURSOR_ARGUMENTS", "`" + cursor + "` does not appear to be a valid cursor.");
        }
    }
}
