/** Who is who: persons and their accounts, who contributed to a change, and who may answer what. */
package io.jenkins.plugins.itgc.people;
