/** What the pages of deploys, their feeds and share links show, and how it is put together from the ledger; knows no Jenkins. */
@NullMarked
package io.jenkins.plugins.itgc.dashboard;

import org.jspecify.annotations.NullMarked;
