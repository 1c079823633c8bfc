package io.jenkins.plugins.itgc.connect.calendar;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.calendar.Calendar;
import com.google.api.services.calendar.CalendarScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Makes Google's client, logged in as a service account. */
public final class GoogleClient {
    private static final Message WORDING = Message.of("connect.calendar.no-key");
    private static final int ANSWER = (int) Duration.ofSeconds(20).toMillis();

    private GoogleClient() {}

    /**
     * @param rootUrl where Google's interface is
     * @param key the service account's JSON file
     * @throws IOException when the key is none; the message holds nothing of it
     */
    public static Calendar of(String rootUrl, String key) throws IOException {
        HttpCredentialsAdapter login = new HttpCredentialsAdapter(credentials(key));
        HttpRequestInitializer patience = request -> {
            login.initialize(request);
            request.setConnectTimeout(ANSWER);
            request.setReadTimeout(ANSWER);
            request.setFollowRedirects(false);
        };
        return new Calendar.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), patience)
                .setRootUrl(rootUrl.endsWith("/") ? rootUrl : rootUrl + "/")
                .setApplicationName("itgc-deploy-gates")
                .build();
    }

    /** The credentials are not the key of a service account. */
    public static final class NotAKey extends IOException implements Worded {
        private static final long serialVersionUID = 1L;

        NotAKey() {
            super(WORDING.english());
        }

        @Override
        public Message wording() {
            return WORDING;
        }
    }

    private static GoogleCredentials credentials(String key) throws IOException {
        try {
            return ServiceAccountCredentials.fromStream(new ByteArrayInputStream(key.getBytes(StandardCharsets.UTF_8)))
                    .createScoped(List.of(CalendarScopes.CALENDAR_EVENTS));
        } catch (IOException | RuntimeException e) {
            // Without its cause, which may repeat parts of the key.
            throw new NotAKey();
        }
    }
}
