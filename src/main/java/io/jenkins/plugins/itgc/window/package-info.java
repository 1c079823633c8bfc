/** When an environment may be deployed to: rules, calendars, freezes and the next opening. Does no input or output. */
package io.jenkins.plugins.itgc.window;
