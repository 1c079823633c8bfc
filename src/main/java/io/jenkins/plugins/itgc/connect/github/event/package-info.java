/** What GitHub sends by itself. It only says where to look again; nothing in it is believed. */
@NullMarked
package io.jenkins.plugins.itgc.connect.github.event;

import org.jspecify.annotations.NullMarked;
