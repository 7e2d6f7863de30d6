package ai.chronom.m365.platform.web;

import io.nayuki.qrcodegen.QrCode;

/**
 * A text as a picture that phones read.
 *
 * @param path of a drawing, one square per dark module
 * @param side of the drawing, with the quiet zone that readers need
 */
public record QrPicture(String path, int side) {
  private static final int QUIET = 4;

  static QrPicture of(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new QrPicture(path.toString(), code.size + 2 * QUIET);
  }
}
