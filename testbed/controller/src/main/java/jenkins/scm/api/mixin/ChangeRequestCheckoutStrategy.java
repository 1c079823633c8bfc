package jenkins.scm.api.mixin;

/** Whether the change is built as it is or merged with its target. */
public enum ChangeRequestCheckoutStrategy {
    HEAD,
    MERGE
}
