package ai.chronom.m365.scan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in the binary format of PostgreSQL's COPY, which neither side has to read or print: each
 * value must be exactly of its column's type.
 */
final class CopyRows implements RowValues {
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int NO_VALUE = -1;
  private static final short END = -1;
  private static final long EPOCH_SECOND = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
  private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
  private static final int UTF8_MAX = 3;

  private byte[] bytes;
  private int length;
  private int rowStart;
  private int columns;

  CopyRows(int expectedBytes) {
    bytes = new byte[Math.max(expectedBytes, 256)];
    clear();
  }

  /** Keeps its room for other rows. */
  void clear() {
    length = 0;
    put(SIGNATURE);
    number32(0);
    number32(0);
    begin();
  }

  private void begin() {
    rowStart = length;
    columns = 0;
    number16(0);
  }

  @Override
  public CopyRows text(@Nullable String value) {
    if (value == null) {
      return none();
    }
    columns++;
    room(Integer.BYTES + value.length() * UTF8_MAX);
    int start = length;
    length += Integer.BYTES;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x80) {
        put(value.substring(i).getBytes(StandardCharsets.UTF_8));
        break;
      }
      bytes[length++] = (byte) c;
    }
    set32(start, length - start - Integer.BYTES);
    return this;
  }

  @Override
  public CopyRows number(long value) {
    columns++;
    number32(Long.BYTES);
    number64(value);
    return this;
  }

  @Override
  public CopyRows number(int value) {
    columns++;
    number32(Integer.BYTES);
    number32(value);
    return this;
  }

  @Override
  public CopyRows number(@Nullable Integer value) {
    return value == null ? none() : number(value.intValue());
  }

  @Override
  public CopyRows number(@Nullable Long value) {
    return value == null ? none() : number(value.longValue());
  }

  @Override
  public CopyRows flag(boolean value) {
    columns++;
    number32(1);
    room(1);
    bytes[length++] = (byte) (value ? 1 : 0);
    return this;
  }

  @Override
  public CopyRows flag(@Nullable Boolean value) {
    return value == null ? none() : flag(value.booleanValue());
  }

  @Override
  public CopyRows decimal(@Nullable Double value) {
    return value == null ? none() : number(Double.doubleToLongBits(value));
  }

  /** Microseconds since the year 2000. */
  @Override
  public CopyRows time(@Nullable Instant value) {
    return value == null
        ? none()
        : number((value.getEpochSecond() - EPOCH_SECOND) * 1_000_000 + value.getNano() / 1_000);
  }

  @Override
  public CopyRows day(@Nullable LocalDate value) {
    return value == null ? none() : number((int) (value.toEpochDay() - EPOCH_DAY));
  }

  @Override
  public void row() {
    bytes[rowStart] = (byte) (columns >> 8);
    bytes[rowStart + 1] = (byte) columns;
    begin();
  }

  private CopyRows none() {
    columns++;
    number32(NO_VALUE);
    return this;
  }

  boolean isEmpty() {
    return rowStart == SIGNATURE.length + 2 * Integer.BYTES;
  }

  /** Up to the last row that was ended; until {@link #clear()}, nothing may follow. */
  InputStream stream() {
    length = rowStart;
    number16(END);
    return new ByteArrayInputStream(bytes, 0, length);
  }

  private void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void number16(int value) {
    room(Short.BYTES);
    bytes[length++] = (byte) (value >> 8);
    bytes[length++] = (byte) value;
  }

  private void number32(int value) {
    room(Integer.BYTES);
    set32(length, value);
    length += Integer.BYTES;
  }

  private void number64(long value) {
    number32((int) (value >> 32));
    number32((int) value);
  }

  private void set32(int at, int value) {
    bytes[at] = (byte) (value >> 24);
    bytes[at + 1] = (byte) (value >> 16);
    bytes[at + 2] = (byte) (value >> 8);
    bytes[at + 3] = (byte) value;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
