/** Asks services which version of them runs. */
package io.jenkins.plugins.itgc.connect.version;
