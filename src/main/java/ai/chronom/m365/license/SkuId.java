package ai.chronom.m365.license;

import java.util.UUID;

/** Microsoft's GUID of a SKU: the only key to join on, since part numbers repeat. */
public record SkuId(UUID value) implements Comparable<SkuId> {
  public static SkuId of(String guid) {
    return new SkuId(UUID.fromString(guid));
  }

  @Override
  public int compareTo(SkuId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
