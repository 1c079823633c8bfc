/** When an environment may be deployed to: rules, calendars, freezes and the next opening. Does no input or output. */
@NullMarked
package io.jenkins.plugins.itgc.window;

import org.jspecify.annotations.NullMarked;
