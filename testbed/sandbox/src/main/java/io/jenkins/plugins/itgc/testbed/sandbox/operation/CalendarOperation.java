package io.jenkins.plugins.itgc.testbed.sandbox.operation;

import io.jenkins.plugins.itgc.testbed.sandbox.World;
import io.jenkins.plugins.itgc.testbed.sandbox.build.CalendarBuilder;
import io.jenkins.plugins.itgc.testbed.sandbox.yaml.CalendarYaml.EventYaml;

/** Something happens in a calendar. */
public sealed interface CalendarOperation extends Operation {

    /** An event is entered, or the one of the same UID is changed. */
    record PutEvent(String calendar, EventYaml event) implements CalendarOperation {
        @Override
        public void applyTo(World world) {
            CalendarBuilder.require(Required.parameter(event, "event"));
            world.calendar(Required.parameter(calendar, "calendar")).enter(event);
        }
    }

    /** An event is taken away. */
    record RemoveEvent(String calendar, String uid) implements CalendarOperation {
        @Override
        public void applyTo(World world) {
            if (!world.calendar(Required.parameter(calendar, "calendar"))
                    .remove(Required.parameter(uid, "uid") + ".ics")) {
                throw new IllegalArgumentException(
                        "there is no event '" + uid + "' in the calendar '" + calendar + "'");
            }
        }
    }
}
