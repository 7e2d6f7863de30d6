package ai.chronom.m365.license;

import java.util.UUID;

/** Microsoft's GUID of a service plan, the part of a SKU that opens one service. */
public record PlanId(UUID value) {
  public static PlanId of(String guid) {
    return new PlanId(UUID.fromString(guid));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
