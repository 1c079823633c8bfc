/** The pages, the JSON interface and the feeds that show what the ledger holds. */
package io.jenkins.plugins.itgc.jenkins.view;
