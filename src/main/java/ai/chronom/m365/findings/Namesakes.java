package ai.chronom.m365.findings;

import ai.chronom.m365.scan.ScannedUser;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which people are known by an account already: 64 bits for each, so that a million accounts fit
 * into a few megabytes.
 */
final class Namesakes {
  private static final long FNV_START = 0xcbf29ce484222325L;
  private static final long FNV_FACTOR = 0x100000001b3L;
  private static final int FIRST_SIZE = 1_024;

  private long[] people = new long[FIRST_SIZE];
  private int count;
  private boolean sorted;

  void add(ScannedUser user) {
    keep(employee(user));
    keep(name(user));
  }

  /** Whether another account is the same person's: by employee id, else by name. */
  boolean know(ScannedUser user) {
    Long key = employee(user);
    return known(key == null ? name(user) : key);
  }

  private void keep(@Nullable Long key) {
    if (key == null) {
      return;
    }
    if (count == people.length) {
      people = Arrays.copyOf(people, count + count / 2);
    }
    people[count++] = key;
    sorted = false;
  }

  private boolean known(@Nullable Long key) {
    if (!sorted) {
      Arrays.sort(people, 0, count);
      sorted = true;
    }
    return key != null && Arrays.binarySearch(people, 0, count, key) >= 0;
  }

  private static @Nullable Long employee(ScannedUser user) {
    String id = user.employeeId();
    return id == null || id.isBlank() ? null : hash("id " + id.strip());
  }

  private static @Nullable Long name(ScannedUser user) {
    String given = user.givenName();
    String surname = user.surname();
    if (given == null || given.isBlank() || surname == null || surname.isBlank()) {
      return null;
    }
    return hash("name " + given.strip() + "\n" + surname.strip());
  }

  private static long hash(String text) {
    long hash = FNV_START;
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      hash = (hash ^ c) * FNV_FACTOR;
    }
    return hash;
  }
}
