/** gatedDeploy: the queue, the last verification, and the record of what was deployed. Knows gates and the ledger. */
@NullMarked
package io.jenkins.plugins.itgc.deploy;

import org.jspecify.annotations.NullMarked;
