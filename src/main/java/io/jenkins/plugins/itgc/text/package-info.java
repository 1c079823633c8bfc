/** How people write lengths of time and lists into one field; knows no Jenkins. */
@NullMarked
package io.jenkins.plugins.itgc.text;

import org.jspecify.annotations.NullMarked;
