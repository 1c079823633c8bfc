package io.jenkins.plugins.itgc.deploy;

/**
 * What the ledger keeps of production that is not what was deployed.
 *
 * @param service what is deployed
 * @param environment where
 * @param repository owner/name
 * @param commit what runs, as it says
 * @param recorded what was deployed last with success
 * @param what one sentence for people
 * @param link where to look; null for nowhere
 */
record DriftBody(
        String service,
        String environment,
        String repository,
        String commit,
        String recorded,
        String what,
        String link) {}
