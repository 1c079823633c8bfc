/** Calendars by address (iCalendar), by CalDAV and of Google, and the last good copy of each. */
package io.jenkins.plugins.itgc.connect.calendar;
