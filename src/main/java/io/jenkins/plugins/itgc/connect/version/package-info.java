/** Asks services which version of them runs. */
@NullMarked
package io.jenkins.plugins.itgc.connect.version;

import org.jspecify.annotations.NullMarked;
