/** Looks after deploys and the ledger beside the builds: announcements, running versions, seals. */
package io.jenkins.plugins.itgc.jenkins.watch;
