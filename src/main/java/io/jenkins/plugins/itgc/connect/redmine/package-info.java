/** Redmine, by its REST interface. */
@NullMarked
package io.jenkins.plugins.itgc.connect.redmine;

import org.jspecify.annotations.NullMarked;
