/** Who is who: persons and their accounts, who contributed to a change, and who may answer what. */
@NullMarked
package io.jenkins.plugins.itgc.people;

import org.jspecify.annotations.NullMarked;
