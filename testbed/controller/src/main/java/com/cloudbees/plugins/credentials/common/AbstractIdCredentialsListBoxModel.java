package com.cloudbees.plugins.credentials.common;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

/** The choices of a list of credentials. */
public abstract class AbstractIdCredentialsListBoxModel<
                T extends AbstractIdCredentialsListBoxModel<T, C>, C extends IdCredentials>
        extends ListBoxModel {
    private static final long serialVersionUID = 1L;

    protected AbstractIdCredentialsListBoxModel() {}

    /** What people see of the credentials. */
    protected abstract String describe(C credentials);

    public AbstractIdCredentialsListBoxModel<T, C> with(C credentials) {
        add(describe(credentials), credentials.getId());
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeEmptyValue() {
        add(0, new Option("- none -", ""));
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication who,
            Item context,
            Class<? extends C> type,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        include(CredentialsProvider.lookupCredentialsInItem(type, context, who, requirements), matcher);
        return this;
    }

    public AbstractIdCredentialsListBoxModel<T, C> includeMatchingAs(
            Authentication who,
            ItemGroup<?> context,
            Class<? extends C> type,
            List<DomainRequirement> requirements,
            CredentialsMatcher matcher) {
        include(CredentialsProvider.lookupCredentialsInItemGroup(type, context, who, requirements), matcher);
        return this;
    }

    private void include(List<? extends C> found, CredentialsMatcher matcher) {
        found.stream().filter(matcher::matches).forEach(this::with);
    }

    /** Adds the value if it is missing, and chooses it. */
    public AbstractIdCredentialsListBoxModel<T, C> includeCurrentValue(String value) {
        if (value != null && stream().noneMatch(o -> o.value.equals(value))) {
            add(new Option("- current -", value, true));
        }
        forEach(o -> o.selected = o.value.equals(value));
        return this;
    }
}
