package io.jenkins.plugins.itgc.jenkins.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.casc.misc.ConfiguredWithCode;
import io.jenkins.plugins.casc.misc.JenkinsConfiguredWithCodeRule;
import io.jenkins.plugins.casc.misc.junit.jupiter.WithJenkinsConfiguredWithCode;
import org.junit.jupiter.api.Test;

/** The dashboard as a tab, made by configuration as code. */
@WithJenkinsConfiguredWithCode
class DeploysViewTest {
    @Test
    @ConfiguredWithCode("deploys-view.yaml")
    void showsTheDashboardOfATeam(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        DeploysView view = (DeploysView) jenkins.jenkins.getView("checkout");
        String page = Browser.ofAnybody(jenkins).get("view/checkout/").getContentAsString();

        assertThat(view.getEnvironment()).isEqualTo("production");
        assertThat(view.getItems()).isEmpty();
        assertThat(page)
                .contains(
                        "id=\"itgc-deploys\"",
                        "data-service=\"check&lt;out&gt;&quot;\"",
                        "data-environment=\"production\"")
                .contains("/plugin/itgc-deploy-gates/dashboard/dashboard.js");
    }

    @Test
    @ConfiguredWithCode("deploys-view.yaml")
    void handsNothingToTheScriptThatCouldRun(JenkinsConfiguredWithCodeRule jenkins) throws Exception {
        String page = Browser.ofAnybody(jenkins).get("view/checkout/").getContentAsString();
        int from = page.indexOf("id=\"itgc-deploys\"");
        String app = page.substring(from, page.indexOf("</script>", from));

        assertThat(app).doesNotContainPattern("<script(?![^>]*src=)").doesNotContain("style=", "onclick", "out>\"");
    }
}
