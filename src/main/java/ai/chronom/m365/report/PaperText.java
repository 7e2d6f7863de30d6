package ai.chronom.m365.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Text in one font: how wide it is, where its lines break, and what the font cannot write. */
final class PaperText {
  private static final float UNITS = 1000;
  private static final String UNWRITABLE = "?";

  private final PDFont font;
  private final Map<Integer, Boolean> writable = new HashMap<>();

  PaperText(PDFont font) {
    this.font = font;
  }

  float width(String line, float size) throws IOException {
    return font.getStringWidth(line) / UNITS * size;
  }

  /** Lines that fit; a word longer than a line is broken. */
  List<String> wrapped(String words, float size, float space) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : written(words).split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, size) <= space) {
        line = new StringBuilder(longer);
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line.toString());
      }
      String rest = word;
      while (width(rest, size) > space) {
        int end = fitting(rest, size, space);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line = new StringBuilder(rest);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** One line, with dots for what does not fit. */
  String fitted(String words, float size, float space) throws IOException {
    String line = written(words);
    return width(line, size) <= space
        ? line
        : line.substring(0, fitting(line, size, space - width("…", size))) + "…";
  }

  private int fitting(String text, float size, float space) throws IOException {
    int end = 1;
    while (end < text.length() && width(text.substring(0, end + 1), size) <= space) {
      end++;
    }
    return end;
  }

  /** The same text with a mark for each character that the font lacks. */
  String written(String words) {
    StringBuilder known = new StringBuilder();
    words
        .codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .forEach(c -> known.append(writable(c) ? Character.toString(c) : UNWRITABLE));
    return known.toString();
  }

  private boolean writable(int character) {
    return writable.computeIfAbsent(character, this::encodes);
  }

  private boolean encodes(int character) {
    try {
      font.encode(Character.toString(character));
      return true;
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }
}
