/** Calendars by address (iCalendar), by CalDAV and of Google, and the last good copy of each. */
@NullMarked
package io.jenkins.plugins.itgc.connect.calendar;

import org.jspecify.annotations.NullMarked;
