package org.jenkinsci.plugins.github_branch_source;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.Util;
import hudson.model.Item;
import hudson.security.ACL;

/** Finds the credentials of a GitHub source. */
public class Connector {
    private Connector() {}

    /** The credentials that scan a repository of the owner, or null for anonymous access. */
    public static StandardCredentials lookupScanCredentials(
            Item context, String apiUri, String scanCredentialsId, String repoOwner) {
        if (Util.fixEmpty(scanCredentialsId) == null) {
            return null;
        }
        return CredentialsProvider.findCredentialByIdInItem(
                scanCredentialsId,
                StandardUsernamePasswordCredentials.class,
                context,
                ACL.SYSTEM2,
                URIRequirementBuilder.fromUri(apiUri).build());
    }
}
