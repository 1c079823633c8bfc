package hudson;

import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/** The way out to the network; the testbed always goes directly. */
public final class ProxyConfiguration implements Serializable {
    private static final long serialVersionUID = 1L;

    private ProxyConfiguration() {}

    /** A client that goes through the configured proxy. */
    public static HttpClient newHttpClient() {
        return newHttpClientBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** A builder that goes through the configured proxy. */
    public static HttpClient.Builder newHttpClientBuilder() {
        return HttpClient.newBuilder();
    }

    /** A request builder with the controller's default headers. */
    public static HttpRequest.Builder newHttpRequestBuilder(URI uri) {
        return HttpRequest.newBuilder(uri);
    }
}
