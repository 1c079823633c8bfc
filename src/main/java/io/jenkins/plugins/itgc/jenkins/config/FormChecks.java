package io.jenkins.plugins.itgc.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.itgc.gate.Worded;
import io.jenkins.plugins.itgc.text.Words;
import java.net.URI;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.jvnet.localizer.LocaleProvider;

/** What the forms answer while somebody types. Whoever may not configure learns nothing. */
final class FormChecks {
    private FormChecks() {}

    static FormValidation address(String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        return isAddress(value) ? FormValidation.ok() : FormValidation.error(Messages.FormChecks_address());
    }

    static boolean isAddress(String value) {
        try {
            URI address = URI.create(value == null ? "" : value.trim());
            return address.getHost() != null && Set.of("http", "https").contains(address.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static FormValidation required(String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        return Words.of(value).isEmpty() ? FormValidation.error(Messages.FormChecks_required()) : FormValidation.ok();
    }

    /** Complains of a text with the words of what cannot use it. */
    static FormValidation usable(String value, Consumer<String> use) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        try {
            use.accept(TrackerEntry.trimmed(value));
            return FormValidation.ok();
        } catch (IllegalArgumentException | DateTimeException e) {
            return FormValidation.error(Worded.of(e).in(LocaleProvider.getLocale()));
        }
    }

    /** Warns of names that no saved entry has. It is no error yet, because the entry may stand unsaved in the same form. */
    static <T> FormValidation configured(String value, List<T> saved, Function<T, String> name) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        Set<String> unknown = Words.of(value);
        saved.forEach(entry -> unknown.remove(name.apply(entry)));
        return unknown.isEmpty()
                ? FormValidation.ok()
                : FormValidation.warning(Messages.FormChecks_unknown(String.join(", ", unknown)));
    }

    static FormValidation atLeastOne(String value) {
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return FormValidation.ok();
        }
        boolean fine = value != null && value.trim().matches("[1-9]\\d?");
        return fine ? FormValidation.ok() : FormValidation.error(Messages.FormChecks_atLeastOne());
    }

    static ListBoxModel credentials(String current) {
        StandardListBoxModel model = new StandardListBoxModel();
        if (!Jenkins.get().hasPermission(Jenkins.ADMINISTER)) {
            return model.includeCurrentValue(current);
        }
        return model.includeEmptyValue()
                .includeMatchingAs(
                        ACL.SYSTEM2,
                        Jenkins.get(),
                        StandardCredentials.class,
                        List.of(),
                        CredentialsMatchers.anyOf(
                                CredentialsMatchers.instanceOf(StringCredentials.class),
                                CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class)))
                .includeCurrentValue(current);
    }
}
