/** The review bot as a function of AWS Lambda: an SNS event in, a review out. Knows neither Jenkins nor the ledger. */
package io.jenkins.plugins.itgc.lambda;
