package io.jenkins.plugins.itgc.testbed.controller.pipeline;

import java.io.Serializable;

/**
 * A node of the graph as the program keeps it.
 *
 * @param id unique within the build
 * @param function the step's name
 * @param label what people see
 */
record NodeRecord(String id, String function, String label) implements Serializable {}
