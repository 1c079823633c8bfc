/** Redmine, by its REST interface. */
package io.jenkins.plugins.itgc.connect.redmine;
