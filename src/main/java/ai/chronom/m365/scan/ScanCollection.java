package ai.chronom.m365.scan;

import ai.chronom.m365.permission.GraphPermission;

/** One thing a scan reads: what it needs, what for, and how. */
interface ScanCollection {
  CollectionName name();

  /** Without it nothing is asked. */
  GraphPermission permission();

  /** What its data is read for, in one sentence. */
  String feeds();

  /**
   * Reads it, going on at its checkpoint, and stores it.
   *
   * <p>Throws {@link ai.chronom.m365.graph.GraphRefused} and {@link Unreadable}; what was stored
   * before stays.
   */
  CollectionOutcome collect(CollectionReading reading);
}
