package io.jenkins.plugins.itgc.jenkins.credentials;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import com.google.api.services.calendar.Calendar;
import hudson.security.ACL;
import io.jenkins.plugins.itgc.connect.calendar.CalDavSource;
import io.jenkins.plugins.itgc.connect.calendar.CalendarSource;
import io.jenkins.plugins.itgc.connect.calendar.GoogleClient;
import io.jenkins.plugins.itgc.connect.calendar.GoogleEvents;
import io.jenkins.plugins.itgc.connect.calendar.GoogleSource;
import io.jenkins.plugins.itgc.connect.calendar.IcsSource;
import io.jenkins.plugins.itgc.connect.http.Endpoint;
import io.jenkins.plugins.itgc.connect.http.HttpReader;
import io.jenkins.plugins.itgc.gate.EvidenceUnavailable;
import io.jenkins.plugins.itgc.gate.Finding;
import io.jenkins.plugins.itgc.gate.Message;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.jenkins.ItgcServices;
import io.jenkins.plugins.itgc.jenkins.config.CalDavCalendar;
import io.jenkins.plugins.itgc.jenkins.config.CalendarEntry;
import io.jenkins.plugins.itgc.jenkins.config.GoogleCalendar;
import io.jenkins.plugins.itgc.jenkins.config.IcsCalendar;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Connects a configured calendar with the credentials that the administrator named for it. */
public final class CalendarConnection {
    private static final Message SERVER = Message.of("connect.part.calendar-server");

    private CalendarConnection() {}

    /**
     * A connection to a calendar, which reads nothing yet.
     *
     * @throws EvidenceUnavailable when the address, or the key for Google, is of no use
     */
    public static CalendarSource connect(CalendarEntry entry) throws EvidenceUnavailable {
        ItgcServices services = ItgcServices.get();
        if (entry instanceof IcsCalendar ics) {
            return new IcsSource(http(services, entry, ics.getUrl()), entry.getName(), services.clock());
        }
        if (entry instanceof CalDavCalendar calDav) {
            return new CalDavSource(http(services, entry, calDav.getUrl()), entry.getName(), services.clock());
        }
        return google(services, (GoogleCalendar) entry);
    }

    /** The key is read once: a renewed one counts under a new id, or after a restart. */
    private static CalendarSource google(ItgcServices services, GoogleCalendar entry) throws EvidenceUnavailable {
        String key = secret(entry, entry.getRootUrl()).orElse("");
        try {
            Calendar client = GoogleClient.of(entry.getRootUrl(), key);
            return new GoogleSource(new GoogleEvents(client, entry.getCalendarId()), entry.getName(), services.clock());
        } catch (IOException e) {
            throw new EvidenceUnavailable(
                    Finding.of("window.calendar-credentials", entry.getName(), null, entry.getName(), Worded.of(e)),
                    null);
        }
    }

    private static HttpReader http(ItgcServices services, CalendarEntry entry, String url) throws EvidenceUnavailable {
        boolean secretAddress = url.isEmpty();
        String address = secretAddress ? secret(entry, "").orElse("") : url;
        Endpoint endpoint = secretAddress
                ? Endpoint.bearer(SERVER, address(entry, address), Optional::empty)
                : Endpoint.authorized(SERVER, address(entry, address), () -> authorization(entry, address));
        return services.http(endpoint, entry.getName());
    }

    private static URI address(CalendarEntry entry, String address) throws EvidenceUnavailable {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below, without the address, which may be a secret
        }
        throw new EvidenceUnavailable(
                Finding.of("window.calendar-address", entry.getName(), null, entry.getName()), null);
    }

    /** Asked for at each use, so that renewed credentials count at once. Missing ones are sent as none and refused. */
    private static Optional<String> authorization(CalendarEntry entry, String address) {
        StandardCredentials credentials = credentials(entry, address);
        if (credentials instanceof StandardUsernamePasswordCredentials login) {
            return Optional.of(
                    new Endpoint.Login(login.getUsername(), login.getPassword().getPlainText()).header());
        }
        return secret(entry, address).map("Bearer "::concat);
    }

    static Optional<String> secret(CalendarEntry entry, String address) {
        return credentials(entry, address) instanceof StringCredentials text
                ? Optional.of(text.getSecret().getPlainText())
                : Optional.empty();
    }

    private static StandardCredentials credentials(CalendarEntry entry, String address) {
        return entry.getCredentialsId().isEmpty()
                ? null
                : CredentialsProvider.findCredentialByIdInItemGroup(
                        entry.getCredentialsId(),
                        StandardCredentials.class,
                        Jenkins.get(),
                        ACL.SYSTEM2,
                        URIRequirementBuilder.fromUri(address).build());
    }
}
