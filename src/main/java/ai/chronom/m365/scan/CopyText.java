package ai.chronom.m365.scan;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText implements RowValues {
  private final StringBuilder text;
  private boolean rowBegun;

  CopyText(int expectedChars) {
    text = new StringBuilder(expectedChars);
  }

  @Override
  public CopyText text(@Nullable String value) {
    begin();
    if (value == null) {
      text.append("\\N");
      return this;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
    return this;
  }

  @Override
  public CopyText number(long value) {
    begin();
    text.append(value);
    return this;
  }

  @Override
  public CopyText number(int value) {
    return number((long) value);
  }

  @Override
  public CopyText number(@Nullable Integer value) {
    return plain(value);
  }

  @Override
  public CopyText number(@Nullable Long value) {
    return plain(value);
  }

  @Override
  public CopyText flag(boolean value) {
    begin();
    text.append(value ? 't' : 'f');
    return this;
  }

  @Override
  public CopyText flag(@Nullable Boolean value) {
    return plain(value);
  }

  @Override
  public CopyText decimal(@Nullable Double value) {
    return plain(value);
  }

  @Override
  public CopyText time(@Nullable Instant value) {
    return plain(value);
  }

  @Override
  public CopyText day(@Nullable LocalDate value) {
    return plain(value);
  }

  /** What is written without anything that COPY could misread. */
  private CopyText plain(@Nullable Object value) {
    begin();
    if (value == null) {
      text.append("\\N");
    } else {
      text.append(value);
    }
    return this;
  }

  private void begin() {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
  }

  @Override
  public void row() {
    text.append('\n');
    rowBegun = false;
  }

  InputStream stream() {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
