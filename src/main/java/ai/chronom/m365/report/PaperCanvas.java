package ai.chronom.m365.report;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** The part of a page where a chart is drawn. */
record PaperCanvas(PDPageContentStream page, PDFont font, float left, float base, float width) {
  static final float SIZE = 8;
  private static final float[] SOFT = {0.36f, 0.39f, 0.45f};
  private static final float FONT_UNITS = 1000;

  void show(String words, float x, float y) throws IOException {
    page.beginText();
    page.setFont(font, SIZE);
    page.setNonStrokingColor(SOFT[0], SOFT[1], SOFT[2]);
    page.newLineAtOffset(x, y);
    page.showText(words);
    page.endText();
  }

  float wide(String words) throws IOException {
    return font.getStringWidth(words) / FONT_UNITS * SIZE;
  }

  void pen(float[] color, float thick, float[] dashes) throws IOException {
    page.setStrokingColor(color[0], color[1], color[2]);
    page.setLineWidth(thick);
    page.setLineDashPattern(dashes, 0);
  }

  void fill(float[] color, float x, float y, float wide, float high) throws IOException {
    page.setNonStrokingColor(color[0], color[1], color[2]);
    page.addRect(x, y, wide, high);
    page.fill();
  }
}
