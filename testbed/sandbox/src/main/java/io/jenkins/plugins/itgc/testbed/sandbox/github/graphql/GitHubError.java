package io.jenkins.plugins.itgc.testbed.sandbox.github.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.ResultPath;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error in GitHub's form, which has the type beside the message. */
final class GitHubError implements GraphQLError {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String message;
    private final transient List<Object> path;
    private final transient List<SourceLocation> locations;

    GitHubError(String type, String message, ResultPath path, SourceLocation location) {
        this.type = type;
        this.message = message;
        this.path = path == null ? null : path.toList();
        this.locations = location == null ? List.of() : List.of(location);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("type", type);
        if (path != null) {
            written.put("path", path);
        }
        written.put(
                "locations",
                locations.stream()
                        .map(location -> Map.of("line", location.getLine(), "column", location.getColumn()))
                        .toList());
        written.put("message", message);
        return written;
    }
}
