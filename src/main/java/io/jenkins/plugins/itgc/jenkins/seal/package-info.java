/** Signs the ledger: the controller's key, and when checkpoints are made. */
package io.jenkins.plugins.itgc.jenkins.seal;
