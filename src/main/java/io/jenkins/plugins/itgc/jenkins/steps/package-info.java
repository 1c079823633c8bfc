/** The pipeline steps: one durable execution for all gates, and what each gate adds. */
package io.jenkins.plugins.itgc.jenkins.steps;
