package ai.chronom.m365.sandbox.contoso;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * Ids that look random, are the same after every start, and lead back to the number they were made
 * of.
 */
public final class Ids {
  private static final int SCRAMBLE = 0x9E3779B1; // odd, so that multiplying loses nothing
  private static final int UNSCRAMBLE = inverse(SCRAMBLE);

  private Ids() {}

  public static String of(String kind, int number) {
    int scrambled = number * SCRAMBLE ^ kind.hashCode();
    long high = mix(((long) kind.hashCode() << 32) ^ scrambled);
    long low = mix(high);
    long version4 = high & 0xFFFFFFFF_FFFF0FFFL | 0x4000L;
    long variant = low & 0x3FFFFFFF_00000000L | 0x80000000_00000000L | scrambled & 0xFFFFFFFFL;
    return new UUID(version4, variant).toString();
  }

  /** The number behind an id; empty when the id is none of that kind. */
  public static OptionalInt number(String kind, String id) {
    try {
      int scrambled = (int) UUID.fromString(id).getLeastSignificantBits();
      int number = (scrambled ^ kind.hashCode()) * UNSCRAMBLE;
      return of(kind, number).equalsIgnoreCase(id) ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  /**
   * A number from 0 to below the bound that depends on what it is for and on the person, and on
   * nothing else.
   */
  static int pick(String purpose, int number, int bound) {
    return (int) Math.floorMod(mix(((long) purpose.hashCode() << 32) ^ number), (long) bound);
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static int inverse(int odd) {
    int inverse = odd;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
