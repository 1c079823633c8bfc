/** Connections to other systems with the credentials of the controller, and masks for secrets. */
package io.jenkins.plugins.itgc.jenkins.credentials;
