package ai.chronom.m365.license;

import java.util.UUID;

/** Microsoft's GUID of a SKU: the only key to join on, since part numbers repeat. */
public record SkuId(UUID value) implements Comparable<SkuId> {
  public static SkuId of(String guid) {
    return new SkuId(UUID.fromString(guid));
  }

  /** In the order of the texts. */
  @Override
  public int compareTo(SkuId other) {
    int first =
        Long.compareUnsigned(value.getMostSignificantBits(), other.value.getMostSignificantBits());
    return first != 0
        ? first
        : Long.compareUnsigned(
            value.getLeastSignificantBits(), other.value.getLeastSignificantBits());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
