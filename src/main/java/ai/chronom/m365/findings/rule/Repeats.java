package ai.chronom.m365.findings.rule;

import java.util.Arrays;
import java.util.Locale;

/**
 * Tells texts that came before: 64 bits for each, so that a million fit into some megabytes. Two
 * texts are taken for one once in many billions.
 */
final class Repeats {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_FACTOR = 0x100000001b3L;
  private static final int FIRST_SIZE = 1_024;

  private long[] table = new long[FIRST_SIZE];
  private int count;

  /** Whether it came before, in whichever case; blank text never does. */
  boolean again(String text) {
    if (text.isBlank()) {
      return false;
    }
    if (count * 2 >= table.length) {
      grow();
    }
    return !put(table, hash(text));
  }

  private boolean put(long[] into, long hash) {
    int at = place(into, hash);
    while (into[at] != 0) {
      if (into[at] == hash) {
        return false;
      }
      at = (at + 1) % into.length;
    }
    into[at] = hash;
    count++;
    return true;
  }

  private static int place(long[] table, long hash) {
    return (int) Math.floorMod(hash ^ hash >>> 32, (long) table.length);
  }

  private void grow() {
    long[] larger = new long[table.length * 2];
    count = 0;
    Arrays.stream(table).filter(hash -> hash != 0).forEach(hash -> put(larger, hash));
    table = larger;
  }

  /** Never zero, which marks an empty place. */
  private static long hash(String text) {
    long hash = FNV_START;
    for (char c : text.strip().toLowerCase(Locale.ROOT).toCharArray()) {
      hash = (hash ^ c) * FNV_FACTOR;
    }
    return hash == 0 ? 1 : hash;
  }
}
