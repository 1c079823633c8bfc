/**
 * What has become of things: one pure function over events for each. Whoever shows or decides something about a deploy, a
 * request for approval, a hold, an override, an identity or a share link uses these, so that no two of them can disagree.
 */
@NullMarked
package io.jenkins.plugins.itgc.ledger.fold;

import org.jspecify.annotations.NullMarked;
