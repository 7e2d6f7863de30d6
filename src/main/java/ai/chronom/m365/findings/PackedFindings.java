package ai.chronom.m365.findings;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Findings of an evaluation, which half a million of them await the end of, in a sixth of their
 * room: what many say is kept once, the rest is bytes. Each is made anew when it is asked for. For
 * one thread.
 */
final class PackedFindings extends AbstractList<Settlement> {
  private static final int CHUNK_BYTES = 1 << 20;
  private static final int FIRST_SIZE = 1_024;

  private final Words words = new Words();
  private final PackedBytes bytes = new PackedBytes();
  private final List<byte[]> chunks = new ArrayList<>();
  private byte[] last = new byte[0];
  private int used;

  /** Where each begins: the chunk, and the place in it. */
  private long[] starts = new long[FIRST_SIZE];

  private int size;

  @Override
  public boolean add(Settlement settlement) {
    bytes.clear();
    new SettlementPacker(words, bytes).write(settlement);
    keep(bytes.length());
    return true;
  }

  private void keep(int length) {
    if (used + length > last.length) {
      last = new byte[Math.max(CHUNK_BYTES, length)];
      chunks.add(last);
      used = 0;
    }
    bytes.copyTo(last, used);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size + size / 2);
    }
    starts[size++] = (long) (chunks.size() - 1) << Integer.SIZE | used;
    used += length;
  }

  @Override
  public Settlement get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    long start = starts[index];
    bytes.readFrom(chunks.get((int) (start >>> Integer.SIZE)), (int) start);
    return new SettlementPacker(words, bytes).read();
  }

  @Override
  public int size() {
    return size;
  }
}
