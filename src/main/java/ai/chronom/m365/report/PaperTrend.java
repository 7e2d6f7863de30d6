package ai.chronom.m365.report;

import java.io.IOException;
import java.util.List;

/**
 * Lines over time. They differ in their dashes too, so that nobody has to tell colors apart.
 *
 * @param most what the top stands for
 * @param first the day at the left
 * @param last the day at the right
 */
public record PaperTrend(List<Line> lines, String most, String first, String last) {
  static final float HEIGHT = 150;
  private static final float SIZE = PaperCanvas.SIZE;
  private static final float LEGEND = 18;
  private static final float FOOT = 14;
  private static final float SAMPLE = 22;
  private static final float[][] COLORS = {{0.17f, 0.31f, 0.77f}, {0.10f, 0.48f, 0.29f}};
  private static final float[][] DASHES = {{}, {4, 2}};
  private static final float[] RULE = {0.82f, 0.84f, 0.88f};

  public PaperTrend {
    lines = List.copyOf(lines);
  }

  /** One line; its points from left to right. */
  public record Line(String name, List<Point> points) {
    public Line {
      points = List.copyOf(points);
    }
  }

  /** Each from 0 to 1: how far to the right, and how high. */
  public record Point(float right, float up) {}

  void draw(PaperCanvas canvas) throws IOException {
    float top = canvas.base() + HEIGHT - LEGEND - SIZE;
    float ground = canvas.base() + FOOT;
    for (float at : new float[] {ground, (ground + top) / 2, top}) {
      canvas.pen(RULE, 0.5f, DASHES[0]);
      canvas.page().moveTo(canvas.left(), at);
      canvas.page().lineTo(canvas.left() + canvas.width(), at);
      canvas.page().stroke();
    }
    canvas.show(most, canvas.left(), top + 3);
    canvas.show("0", canvas.left(), ground + 3);
    canvas.show(first, canvas.left(), canvas.base());
    canvas.show(last, canvas.left() + canvas.width() - canvas.wide(last), canvas.base());
    float legend = canvas.left();
    for (int i = 0; i < lines.size(); i++) {
      canvas.pen(COLORS[i % COLORS.length], 1.5f, DASHES[i % DASHES.length]);
      line(canvas, lines.get(i), ground, top - ground);
      legend = legend(canvas, lines.get(i), legend);
    }
    canvas.pen(RULE, 0.5f, DASHES[0]);
  }

  private static void line(PaperCanvas canvas, Line line, float ground, float height)
      throws IOException {
    boolean begun = false;
    for (Point point : line.points()) {
      float x = canvas.left() + point.right() * canvas.width();
      float y = ground + Math.max(0, Math.min(1, point.up())) * height;
      if (begun) {
        canvas.page().lineTo(x, y);
      } else {
        canvas.page().moveTo(x, y);
      }
      begun = true;
    }
    if (begun) {
      canvas.page().stroke();
    }
  }

  /** With the pen of its line; where the next one may begin. */
  private static float legend(PaperCanvas canvas, Line line, float at) throws IOException {
    float y = canvas.base() + HEIGHT - SIZE;
    canvas.page().moveTo(at, y + SIZE / 3);
    canvas.page().lineTo(at + SAMPLE, y + SIZE / 3);
    canvas.page().stroke();
    canvas.show(line.name(), at + SAMPLE + 4, y);
    return at + SAMPLE + canvas.wide(line.name()) + SAMPLE;
  }
}
