package ai.chronom.m365.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Bytes that may hide something, and what lies compressed in them. */
final class Haystack {
  private static final int MAX_DEPTH = 3;
  private static final int MAX_UNPACKED_BYTES = 1 << 26;

  /** Base64 of gzip, as client-side view state has it. */
  private static final Pattern BASE64_OF_GZIP = Pattern.compile("H4sI[A-Za-z0-9+/_-]{20,}");

  private Haystack() {}

  /**
   * A piece of a haystack.
   *
   * @param within how it was packed, such as {@code !gzip}; empty when it was not
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Part(String within, byte[] bytes) {}

  static List<Part> of(byte[] content) {
    List<Part> parts = new ArrayList<>();
    unpack(new Part("", content), 0, parts);
    return parts;
  }

  private static void unpack(Part part, int depth, List<Part> parts) {
    parts.add(part);
    if (depth == MAX_DEPTH) {
      return;
    }
    byte[] bytes = part.bytes();
    for (int at = 0; at + 4 < bytes.length; at++) {
      if (bytes[at] == 0x1f && bytes[at + 1] == (byte) 0x8b && bytes[at + 2] == 8) {
        add(part, "!gzip", stream(bytes, at, GZIPInputStream::new), depth, parts);
      } else if (bytes[at] == 0x78 && isZlibLevel(bytes[at + 1]) && isHeader(bytes, at)) {
        add(part, "!zlib", stream(bytes, at, InflaterInputStream::new), depth, parts);
      }
    }
    if (bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4) {
      unzip(part, depth, parts);
    }
    Matcher encoded = BASE64_OF_GZIP.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (encoded.find()) {
      add(part, "!base64", decoded(encoded.group()), depth, parts);
    }
  }

  private static boolean isZlibLevel(byte level) {
    return level == 0x01 || level == 0x5e || level == (byte) 0x9c || level == (byte) 0xda;
  }

  /** The two bytes of a zlib header are a multiple of 31. */
  private static boolean isHeader(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff) % 31 == 0;
  }

  private static void add(Part from, String how, byte[] content, int depth, List<Part> parts) {
    if (content.length > 0) {
      unpack(new Part(from.within() + how, content), depth + 1, parts);
    }
  }

  private static byte[] decoded(String base64) {
    String standard = base64.replace('-', '+').replace('_', '/');
    String whole = standard.substring(0, standard.length() / 4 * 4);
    return Base64.getDecoder().decode(whole);
  }

  private static void unzip(Part part, int depth, List<Part> parts) {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(part.bytes()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        add(part, "!" + entry.getName(), prefix(zip), depth, parts);
      }
    } catch (IOException | IllegalArgumentException e) {
      // Not a whole archive: what could be read was read.
    }
  }

  /** Opens a compressed stream. */
  private interface Opener {
    InputStream open(InputStream packed) throws IOException;
  }

  /** What can be unpacked from there on; most of what looks like a stream is none. */
  private static byte[] stream(byte[] bytes, int at, Opener opener) {
    try (InputStream packed = new ByteArrayInputStream(bytes, at, bytes.length - at);
        InputStream clear = opener.open(packed)) {
      return prefix(clear);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] prefix(InputStream clear) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8_192];
    try {
      for (int n = clear.read(buffer); n >= 0; n = clear.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > MAX_UNPACKED_BYTES) {
          break;
        }
      }
    } catch (IOException e) {
      // It ended too early: what came before counts.
    }
    return out.toByteArray();
  }

  /** Patterns to be found in one pass: by their first four bytes, then by the rest. */
  static final class Needles {
    private static final int PREFIX_BYTES = 4;
    private static final int BUCKETS = 1 << 16;

    private final Map<Integer, List<Map.Entry<String, byte[]>>> byPrefix = new HashMap<>();
    private final boolean[] begun = new boolean[BUCKETS];

    Needles(Map<String, byte[]> patterns) {
      for (Map.Entry<String, byte[]> pattern : patterns.entrySet()) {
        int prefix = 0;
        for (int i = 0; i < PREFIX_BYTES; i++) {
          prefix = prefix << 8 | pattern.getValue()[i] & 0xff;
        }
        byPrefix.computeIfAbsent(prefix, any -> new ArrayList<>()).add(pattern);
        begun[bucket(prefix)] = true;
      }
    }

    private static int bucket(int prefix) {
      return (prefix * 0x9E3779B1) >>> 16;
    }

    /** The names of the patterns that are there. */
    Set<String> in(byte[] content) {
      Set<String> found = new LinkedHashSet<>();
      int prefix = 0;
      for (int at = 0; at < content.length; at++) {
        prefix = prefix << 8 | content[at] & 0xff;
        if (at >= PREFIX_BYTES - 1 && begun[bucket(prefix)]) {
          compare(content, at - PREFIX_BYTES + 1, byPrefix.getOrDefault(prefix, List.of()), found);
        }
      }
      return found;
    }

    private static void compare(
        byte[] content, int start, List<Map.Entry<String, byte[]>> candidates, Set<String> found) {
      for (Map.Entry<String, byte[]> candidate : candidates) {
        int end = start + candidate.getValue().length;
        if (end <= content.length
            && Arrays.equals(
                content, start, end, candidate.getValue(), 0, candidate.getValue().length)) {
          found.add(candidate.getKey());
        }
      }
    }
  }
}
