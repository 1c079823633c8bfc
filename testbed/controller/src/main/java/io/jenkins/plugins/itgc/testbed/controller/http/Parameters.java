package io.jenkins.plugins.itgc.testbed.controller.http;

import hudson.Util;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;

/** The values that a web method's parameters get from the request. */
final class Parameters {
    private Parameters() {}

    static Object[] of(Method method, WebRequest request, WebResponse response) {
        return Arrays.stream(method.getParameters())
                .map(p -> value(p, request, response))
                .toArray();
    }

    private static Object value(Parameter parameter, WebRequest request, WebResponse response) {
        Class<?> type = parameter.getType();
        if (ServletRequest.class.isAssignableFrom(type)) {
            return request;
        } else if (ServletResponse.class.isAssignableFrom(type)) {
            return response;
        }
        QueryParameter query = parameter.getAnnotation(QueryParameter.class);
        return query == null ? null : converted(type, text(query, parameter.getName(), request));
    }

    private static String text(QueryParameter query, String parameterName, WebRequest request) {
        String name = query.value().isEmpty() ? parameterName : query.value();
        String text = request.getParameter(name);
        if (text == null && query.required()) {
            throw HttpResponses.errorWithoutStack(400, "Required query parameter " + name + " is missing");
        }
        return query.fixEmpty() ? Util.fixEmpty(text) : text;
    }

    private static Object converted(Class<?> type, String text) {
        try {
            if (type == boolean.class || type == Boolean.class) {
                return "true".equals(text) || "on".equals(text);
            } else if (type == int.class || type == Integer.class) {
                return text == null ? 0 : Integer.parseInt(text);
            } else if (type == long.class || type == Long.class) {
                return text == null ? 0L : Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            throw HttpResponses.errorWithoutStack(400, "'" + text + "' is no number");
        }
        return text;
    }
}
