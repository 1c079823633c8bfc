/** How people write lengths of time and lists into one field; knows no Jenkins. */
package io.jenkins.plugins.itgc.text;
