package ai.chronom.m365.license;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a CSV file that somebody uploads: of bearable size, in UTF-8. */
final class CsvUpload {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvUpload() {}

  /** Without a byte order mark. Throws a {@link Problem} that says what is wrong, and where. */
  static String text(InputStream file, int mebibytes) {
    try {
      byte[] bytes = file.readNBytes(mebibytes * MEBIBYTE + 1);
      if (bytes.length > mebibytes * MEBIBYTE) {
        throw new Problem(ProblemKind.TOO_LARGE, "At most " + mebibytes + " MiB expected.");
      }
      return decoded(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String decoded(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer from = ByteBuffer.wrap(bytes);
    CharBuffer to = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(from, to, true);
    if (result.isError()) {
      throw Problem.invalid(
          "file", "Text in UTF-8 expected; line " + line(bytes, from.position()) + " is not.");
    }
    String text = to.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static int line(byte[] bytes, int end) {
    int line = 1;
    for (int i = 0; i < end; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
