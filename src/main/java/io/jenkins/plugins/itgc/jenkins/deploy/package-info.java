/** Carries deploys out on this controller: begins and ends them in the ledger, and tells the systems around. */
package io.jenkins.plugins.itgc.jenkins.deploy;
