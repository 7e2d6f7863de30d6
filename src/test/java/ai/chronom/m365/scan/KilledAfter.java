package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;

/** The process dies instead of the write after so many. */
record KilledAfter(FencedWork fence, int[] left) implements FencedWork {
  KilledAfter(FencedWork fence, int writes) {
    this(fence, new int[] {writes});
  }

  static final class Killed extends RuntimeException {}

  @Override
  public <T> T write(Claim claim, Sql.Work<T> work) {
    if (left[0]-- == 0) {
      throw new Killed();
    }
    return fence.write(claim, work);
  }
}
