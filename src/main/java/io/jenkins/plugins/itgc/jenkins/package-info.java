/** The only place that knows Jenkins: steps, configuration, and what they need of the controller. */
package io.jenkins.plugins.itgc.jenkins;
