package io.jenkins.plugins.itgc.testbed.controller.http;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.interceptor.RequirePOST;
import org.kohsuke.stapler.verb.GET;
import org.kohsuke.stapler.verb.POST;

/** The web methods and properties of one object. */
final class WebMethods {
    private final WebRequest request;
    private final WebResponse response;
    private final Object node;

    WebMethods(WebRequest request, WebResponse response, Object node) {
        this.request = request;
        this.response = response;
        this.node = node;
    }

    boolean has(String token) {
        return !named(token).isEmpty();
    }

    private List<Method> named(String token) {
        String method = "do" + capitalised(token);
        return Arrays.stream(node.getClass().getMethods())
                .filter(m -> !m.isBridge())
                .filter(m -> m.isAnnotationPresent(WebMethod.class)
                        ? List.of(m.getAnnotation(WebMethod.class).name()).contains(token)
                        : m.getName().equals(method))
                .toList();
    }

    private static String capitalised(String token) {
        return token.isEmpty() ? token : token.substring(0, 1).toUpperCase(Locale.ROOT) + token.substring(1);
    }

    /** Calls the method of this name that answers the request's verb; false if there is none. */
    boolean invoke(String token) throws IOException, ServletException {
        for (Method method : named(token)) {
            if (answersVerb(method)) {
                Object answer = call(method, Parameters.of(method, request, response));
                write(answer);
                return true;
            }
        }
        return false;
    }

    private boolean answersVerb(Method method) {
        String verb = request.getMethod();
        if (method.isAnnotationPresent(RequirePOST.class) && !verb.equals("POST")) {
            response.setHeader("Allow", "POST");
            throw HttpResponses.errorWithoutStack(405, "This URL requires POST");
        }
        boolean wantsPost = method.isAnnotationPresent(POST.class);
        boolean wantsGet = method.isAnnotationPresent(GET.class);
        return (!wantsPost && !wantsGet) || (wantsPost && verb.equals("POST")) || (wantsGet && verb.equals("GET"));
    }

    private Object call(Method method, Object... arguments) throws IOException, ServletException {
        try {
            method.setAccessible(true);
            return method.invoke(node, arguments);
        } catch (InvocationTargetException e) {
            throw rethrown(e.getCause());
        } catch (IllegalAccessException e) {
            throw new ServletException(e);
        }
    }

    private static ServletException rethrown(Throwable cause) throws IOException, ServletException {
        if (cause instanceof RuntimeException e) {
            throw e;
        } else if (cause instanceof IOException e) {
            throw e;
        } else if (cause instanceof ServletException e) {
            throw e;
        } else if (cause instanceof Error e) {
            throw e;
        }
        return new ServletException(cause);
    }

    private void write(Object answer) throws IOException, ServletException {
        if (answer instanceof HttpResponse page) {
            page.generateResponse(request, response, node);
        } else if (answer != null) {
            Answers.json(response, 200, answer);
        }
    }

    /** The object behind a getter, {@code getDynamic} or a getter with the next token; null if there is none. */
    Object property(String token) throws IOException, ServletException {
        if (node.getClass().getName().startsWith("hudson.")
                || node.getClass().getName().startsWith("jenkins.")) {
            return null;
        }
        Method getter = method("get" + capitalised(token));
        if (getter != null && isRoutable(getter.getReturnType())) {
            request.take();
            return call(getter);
        }
        Method dynamic = method("getDynamic", String.class);
        if (dynamic != null) {
            Object found = call(dynamic, token);
            if (found != null) {
                request.take();
            }
            return found;
        }
        return null;
    }

    private static boolean isRoutable(Class<?> type) {
        return !type.isPrimitive() && !type.getName().startsWith("java.");
    }

    private Method method(String name, Class<?>... parameters) {
        try {
            Method method = node.getClass().getMethod(name, parameters);
            return method.getDeclaringClass() == Object.class ? null : method;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
