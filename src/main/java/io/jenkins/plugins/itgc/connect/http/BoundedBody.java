package io.jenkins.plugins.itgc.connect.http;

import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects an answer and gives up as soon as it grows too large, whatever length it announced. */
final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int limit;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(int limit) {
        this.limit = limit;
    }

    static HttpResponse.BodyHandler<byte[]> upTo(int limit) {
        return response -> new BoundedBody(limit);
    }

    /** The answer is larger than we are willing to read. */
    static final class TooLarge extends IOException implements Worded {
        private static final long serialVersionUID = 1L;

        private final transient Message wording;

        TooLarge(int limit) {
            this(Message.of("connect.part.too-large", limit / (1024 * 1024)));
        }

        private TooLarge(Message wording) {
            super(wording.english());
            this.wording = wording;
        }

        @Override
        public Message wording() {
            return wording;
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (collected.size() + part.remaining() > limit) {
                // First, since cancelling makes the client report a broken connection.
                body.completeExceptionally(new TooLarge(limit));
                Objects.requireNonNull(subscription, "subscription").cancel();
                return;
            }
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            collected.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(collected.toByteArray());
    }
}
