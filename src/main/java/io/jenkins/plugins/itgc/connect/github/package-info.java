/** GitHub and GitHub Enterprise: one GraphQL query for a pull request, REST for what the schema does not have. */
package io.jenkins.plugins.itgc.connect.github;
