package ai.chronom.m365.scan;

import ai.chronom.m365.job.Claim;

/** The process dies at the write after so many: instead of it, or right behind its commit. */
record KilledAfter(FencedWork fence, int[] left, boolean committed) implements FencedWork {
  KilledAfter(FencedWork fence, int writes) {
    this(fence, new int[] {writes}, false);
  }

  KilledAfter(FencedWork fence, int writes, boolean committed) {
    this(fence, new int[] {writes}, committed);
  }

  static final class Killed extends RuntimeException {}

  @Override
  public <T> T write(Claim claim, Sql.Work<T> work) {
    boolean dies = left[0]-- == 0;
    if (dies && !committed) {
      throw new Killed();
    }
    T result = fence.write(claim, work);
    if (dies) {
      throw new Killed();
    }
    return result;
  }
}
