package ai.chronom.m365.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A PDF written from top to bottom: headings, paragraphs, tables and charts. Everything is tagged
 * for assistive technology, texts are embedded with their font, and charts are vectors. Throws
 * {@link UncheckedIOException} when it cannot be written.
 */
public final class TaggedPaper implements AutoCloseable {
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 48;
  private static final float FOOT = 40;
  private static final float LINE_HEIGHT = 1.4f;
  private static final float BODY = 9.5f;
  private static final float SMALL = 8;
  private static final float[] HEADINGS = {22, 14, 11};
  private static final float[] INK = {0.11f, 0.13f, 0.18f};
  private static final float[] SOFT = {0.36f, 0.39f, 0.45f};
  private static final float[] RULE = {0.82f, 0.84f, 0.88f};

  private final PDDocument document = new PDDocument();
  private final PaperTags tags;
  private final PaperText text;
  private final PDFont font;
  private final List<PDPage> pages = new ArrayList<>();
  private final String foot;
  private PDPageContentStream page;
  private float y;

  /**
   * @param title of the document, as readers show it
   * @param foot at the bottom of each page, before its number
   */
  public TaggedPaper(String title, String foot) {
    this.foot = foot;
    try (InputStream file = PDDocument.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(document, Objects.requireNonNull(file, FONT), true);
      this.text = new PaperText(font);
      this.tags = new PaperTags(document, title);
      this.page = nextPage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One cell of a table; numbers stand at the right. */
  public record Column(String name, float share, boolean number) {}

  /**
   * One bar of a chart.
   *
   * @param part of the longest, 0 to 1
   */
  public record Bar(String label, String value, float part) {}

  /** What is drawn between two marks. */
  @FunctionalInterface
  private interface Drawing {
    void draw() throws IOException;
  }

  private PDPageContentStream nextPage() throws IOException {
    PDPage fresh = new PDPage(PDRectangle.A4);
    document.addPage(fresh);
    pages.add(fresh);
    tags.begin(fresh);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, fresh);
  }

  private static float width() {
    return PDRectangle.A4.getWidth() - 2 * MARGIN;
  }

  /** Makes room for so many points. */
  private void need(float height) throws IOException {
    if (y - height < MARGIN + FOOT) {
      page.close();
      page = nextPage();
    }
  }

  private void tagged(String kind, Drawing drawing) throws IOException {
    page.beginMarkedContent(COSName.getPDFName(kind), tags.leaf(kind));
    drawing.draw();
    page.endMarkedContent();
  }

  private void decoration(Drawing drawing) throws IOException {
    page.beginMarkedContent(COSName.ARTIFACT);
    drawing.draw();
    page.endMarkedContent();
  }

  /**
   * @param level 1 to 3
   */
  public void heading(int level, String words) {
    float size = HEADINGS[level - 1];
    quietly(
        () -> {
          // A chapter's chart stays below its heading.
          need((level == 2 ? PaperTrend.HEIGHT : 0) + size * LINE_HEIGHT + 4 * BODY * LINE_HEIGHT);
          y -= size * 0.5f;
          lines("H" + level, text.wrapped(words, size, width()), size, INK);
        });
  }

  public void paragraph(String words) {
    quietly(() -> lines("P", text.wrapped(words, BODY, width()), BODY, INK));
  }

  /** Explanations beside what matters. */
  public void note(String words) {
    quietly(() -> lines("P", text.wrapped(words, SMALL, width()), SMALL, SOFT));
  }

  private void lines(String kind, List<String> lines, float size, float[] color)
      throws IOException {
    for (String line : lines) {
      need(size * LINE_HEIGHT);
      y -= size * LINE_HEIGHT;
      tagged(kind, () -> show(line, MARGIN, y, size, color));
    }
    y -= size * 0.4f;
  }

  private void show(String line, float x, float base, float size, float[] color)
      throws IOException {
    page.beginText();
    page.setFont(font, size);
    page.setNonStrokingColor(color[0], color[1], color[2]);
    page.newLineAtOffset(x, base);
    page.showText(line);
    page.endText();
  }

  /** With its header again on each page. */
  public void table(List<Column> columns, List<List<String>> rows) {
    quietly(
        () -> {
          tags.open("Table");
          row("TH", columns, columns.stream().map(Column::name).toList(), SOFT);
          for (List<String> cells : rows) {
            int before = pages.size();
            need(rowHeight(columns, cells));
            if (pages.size() != before) {
              row("TH", columns, columns.stream().map(Column::name).toList(), SOFT);
            }
            row("TD", columns, cells, INK);
          }
          tags.shut();
          y -= BODY;
        });
  }

  private float rowHeight(List<Column> columns, List<String> cells) throws IOException {
    int most = 1;
    for (int i = 0; i < columns.size(); i++) {
      float space = columns.get(i).share() * width() - SMALL;
      most = Math.max(most, text.wrapped(cells.get(i), SMALL, space).size());
    }
    return most * SMALL * LINE_HEIGHT + SMALL;
  }

  private void row(String kind, List<Column> columns, List<String> cells, float[] color)
      throws IOException {
    float height = rowHeight(columns, cells);
    need(height);
    float top = y;
    float x = MARGIN;
    tags.open("TR");
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      float space = column.share() * width();
      List<String> lines = text.wrapped(cells.get(i), SMALL, space - SMALL);
      float left = x;
      tagged(kind, () -> cell(lines, column, left, top, space, color));
      x += space;
    }
    tags.shut();
    y = top - height;
    decoration(() -> line(y));
  }

  private void cell(
      List<String> lines, Column column, float left, float top, float space, float[] color)
      throws IOException {
    float base = top - SMALL * LINE_HEIGHT;
    for (String line : lines) {
      float x = column.number() ? left + space - SMALL - text.width(line, SMALL) : left;
      show(line, x, base, SMALL, color);
      base -= SMALL * LINE_HEIGHT;
    }
  }

  private void line(float at) throws IOException {
    page.setStrokingColor(RULE[0], RULE[1], RULE[2]);
    page.setLineWidth(0.5f);
    page.moveTo(MARGIN, at);
    page.lineTo(MARGIN + width(), at);
    page.stroke();
  }

  /**
   * Horizontal bars.
   *
   * @param inWords the same for those who don't see it
   */
  public void bars(String inWords, List<Bar> bars) {
    figure(
        inWords,
        PaperBars.HEIGHT * bars.size(),
        base -> new PaperBars(bars).draw(canvas(base), text));
  }

  /**
   * Lines over time.
   *
   * @param inWords the same for those who don't see it
   */
  public void trend(String inWords, PaperTrend trend) {
    figure(inWords, PaperTrend.HEIGHT, base -> trend.draw(canvas(base)));
  }

  private PaperCanvas canvas(float base) {
    return new PaperCanvas(page, font, MARGIN, base, width());
  }

  @FunctionalInterface
  private interface Figure {
    void draw(float base) throws IOException;
  }

  private void figure(String inWords, float height, Figure figure) {
    quietly(
        () -> {
          need(height + BODY);
          y -= height;
          page.beginMarkedContent(COSName.getPDFName("Figure"), tags.figure(inWords));
          figure.draw(y);
          page.endMarkedContent();
          y -= BODY;
        });
  }

  /** Ends the last page, numbers all of them, and writes the file. */
  public void writeTo(OutputStream out) {
    quietly(
        () -> {
          page.close();
          for (int i = 0; i < pages.size(); i++) {
            number(i);
          }
          tags.end();
          document.save(out);
        });
  }

  private void number(int index) throws IOException {
    page =
        new PDPageContentStream(
            document, pages.get(index), PDPageContentStream.AppendMode.APPEND, true, true);
    String number = (index + 1) + " / " + pages.size();
    float right = MARGIN + width() - text.width(number, SMALL);
    decoration(
        () -> {
          show(text.fitted(foot, SMALL, width() * 0.8f), MARGIN, MARGIN * 0.6f, SMALL, SOFT);
          show(number, right, MARGIN * 0.6f, SMALL, SOFT);
        });
    page.close();
  }

  private static void quietly(Drawing drawing) {
    try {
      drawing.draw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    quietly(document::close);
  }
}
