package ai.chronom.m365.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A planted secret and the many ways in which it could leak: plain, in UTF-16, in base64 at each of
 * the three alignments, in hex, percent-encoded, reversed, and its second half alone.
 */
final class Canary {
  private static final int ALIGNMENTS = 3;

  private final Map<String, byte[]> patterns = new LinkedHashMap<>();

  Canary(String secret) {
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    patterns.put("plain", plain);
    patterns.put("utf-16be", secret.getBytes(StandardCharsets.UTF_16BE));
    patterns.put("utf-16le", secret.getBytes(StandardCharsets.UTF_16LE));
    patterns.put("hex", ascii(HexFormat.of().formatHex(plain)));
    patterns.put("hex upper", ascii(HexFormat.of().formatHex(plain).toUpperCase(Locale.ROOT)));
    String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    patterns.put("percent", ascii(percent));
    patterns.put("reversed", ascii(new StringBuilder(secret).reverse().toString()));
    patterns.put("second half", ascii(secret.substring(secret.length() / 2)));
    for (int skip = 0; skip < ALIGNMENTS; skip++) {
      patterns.put("base64 " + skip, base64(plain, skip, Base64.getEncoder()));
      patterns.put("base64url " + skip, base64(plain, skip, Base64.getUrlEncoder()));
    }
  }

  /** The part of the encoding that doesn't depend on what stands around the secret. */
  private static byte[] base64(byte[] plain, int skip, Base64.Encoder encoder) {
    byte[] aligned = new byte[(plain.length - skip) / ALIGNMENTS * ALIGNMENTS];
    System.arraycopy(plain, skip, aligned, 0, aligned.length);
    return encoder.encode(aligned);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What was found, one line per pattern. */
  List<String> in(String where, byte[] content) {
    List<String> hits = new ArrayList<>();
    patterns.forEach(
        (name, pattern) -> {
          if (indexOf(content, pattern) >= 0) {
            hits.add(where + ": " + name);
          }
        });
    return hits;
  }

  /** In all files below the directory, except those below the directory {@code but}. */
  List<String> below(Path directory, Path but) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.startsWith(but))
          .flatMap(file -> in(file.toString(), read(file)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int indexOf(byte[] content, byte[] pattern) {
    for (int at = 0; at <= content.length - pattern.length; at++) {
      int matched = 0;
      while (matched < pattern.length && content[at + matched] == pattern[matched]) {
        matched++;
      }
      if (matched == pattern.length) {
        return at;
      }
    }
    return -1;
  }
}
