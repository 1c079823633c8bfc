package io.jenkins.plugins.itgc.connect.sns;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** Lets Amazon's library fetch its certificates by the client that this project uses everywhere. */
final class SnsCertificates implements SdkHttpClient {
    private final SnsMessages.Fetching fetching;

    SnsCertificates(SnsMessages.Fetching fetching) {
        this.fetching = fetching;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        URI address = request.httpRequest().getUri();
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return answer(fetching.get(address));
            }

            @Override
            public void abort() {
                // The fetch has a time limit of its own.
            }
        };
    }

    private static HttpExecuteResponse answer(byte[] body) {
        return HttpExecuteResponse.builder()
                .response(SdkHttpResponse.builder().statusCode(200).build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
