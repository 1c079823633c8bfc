/** Approval requests in the ledger, and the office where answers from all channels are taken. */
package io.jenkins.plugins.itgc.jenkins.approval;
