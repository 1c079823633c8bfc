/** Draws the few Jelly tags that the plugin's pages use, and refuses all others. */
package io.jenkins.plugins.itgc.testbed.controller.jelly;
