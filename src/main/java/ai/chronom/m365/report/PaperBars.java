package ai.chronom.m365.report;

import java.io.IOException;
import java.util.List;

/** Horizontal bars below each other, each with its name and amount. */
record PaperBars(List<TaggedPaper.Bar> bars) {
  static final float HEIGHT = 18;
  private static final float[] ACCENT = {0.17f, 0.31f, 0.77f};
  private static final float NAMES = 0.38f;
  private static final float LONGEST = 0.44f;

  void draw(PaperCanvas canvas, PaperText text) throws IOException {
    for (int i = 0; i < bars.size(); i++) {
      bar(canvas, text, bars.get(i), canvas.base() + HEIGHT * (bars.size() - 1 - i));
    }
  }

  private static void bar(PaperCanvas canvas, PaperText text, TaggedPaper.Bar bar, float base)
      throws IOException {
    float names = canvas.width() * NAMES;
    float foot = base + HEIGHT * 0.3f;
    float from = canvas.left() + names;
    float length = Math.max(1, canvas.width() * LONGEST * Math.max(0, Math.min(1, bar.part())));
    canvas.show(
        text.fitted(bar.label(), PaperCanvas.SIZE, names - PaperCanvas.SIZE), canvas.left(), foot);
    canvas.fill(ACCENT, from, base + HEIGHT * 0.15f, length, HEIGHT * 0.6f);
    canvas.show(bar.value(), from + length + PaperCanvas.SIZE / 2, foot);
  }
}
