package ai.chronom.m365.sandbox.contoso;

/** One service inside a product, as Microsoft numbers it. */
public record ServicePlan(String name, String id, String service, String appliesTo) {

  /** INTUNE_O365 waits for activation in every tenant. */
  public String provisioningStatus() {
    return name.equals("INTUNE_O365") ? "PendingActivation" : "Success";
  }
}
