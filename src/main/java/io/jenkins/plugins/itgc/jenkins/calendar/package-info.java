/** The controller's calendars: connected by the configuration, kept between builds, shown to people and written to. */
package io.jenkins.plugins.itgc.jenkins.calendar;
