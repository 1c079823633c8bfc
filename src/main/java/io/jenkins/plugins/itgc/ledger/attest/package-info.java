/** Signatures over what the ledger holds: checkpoints and statements about single entries, as DSSE and in-toto have them. */
package io.jenkins.plugins.itgc.ledger.attest;
