package ai.chronom.m365.audit;

import java.util.List;

/** A chain as somebody keeps it, read piece by piece. */
interface ChainSource {
  ChainEnds ends();

  /**
   * The next rows in the order of their positions.
   *
   * @param position smaller than that of the first row returned
   */
  List<ChainRow> after(long position, int limit);
}
