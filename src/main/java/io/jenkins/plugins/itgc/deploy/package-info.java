/** gatedDeploy: the queue, the last verification, and the record of what was deployed. Knows gates and the ledger. */
package io.jenkins.plugins.itgc.deploy;
