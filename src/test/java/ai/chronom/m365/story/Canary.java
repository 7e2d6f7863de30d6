package ai.chronom.m365.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A planted secret and the many ways in which it could leak: as text in UTF-8 and UTF-16, in base64
 * at each of the three alignments and twice over, in hex, with each kind of escape, reversed, in
 * pieces of eight characters, and each of these inside of what is compressed.
 */
public final class Canary {
  private static final int ALIGNMENTS = 3;
  private static final int PIECE_CHARS = 8;
  private static final int PIECE_BYTES = 12;

  private final Map<String, byte[]> patterns = new LinkedHashMap<>();
  private final Haystack.Needles needles;

  public Canary(String secret) {
    byte[] utf8 = secret.getBytes(StandardCharsets.UTF_8);
    patterns.put("plain", utf8);
    patterns.put("reversed", ascii(new StringBuilder(secret).reverse().toString()));
    bytes("utf-8", utf8);
    for (Charset wide : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
      patterns.put(wide.name(), secret.getBytes(wide));
      bytes(wide.name(), secret.getBytes(wide));
    }
    bytes("base64 twice", Base64.getEncoder().encode(utf8));
    escaped("percent", secret, c -> "%%%02X".formatted(c));
    escaped("quoted-printable", secret, c -> "=%02X".formatted(c));
    escaped("html decimal", secret, "&#%d;"::formatted);
    escaped("html hex", secret, "&#x%x;"::formatted);
    escaped("json", secret, "\\u%04x"::formatted);
    for (int at = 0; at + PIECE_CHARS <= secret.length(); at += PIECE_CHARS / 2) {
      patterns.put("piece " + at, ascii(secret.substring(at, at + PIECE_CHARS)));
    }
    needles = new Haystack.Needles(patterns);
  }

  private Canary(byte[] secret) {
    patterns.put("raw", secret);
    bytes("raw", secret);
    for (int at = 0; at + PIECE_BYTES <= secret.length; at += PIECE_BYTES) {
      patterns.put("raw piece " + at, Arrays.copyOfRange(secret, at, at + PIECE_BYTES));
    }
    needles = new Haystack.Needles(patterns);
  }

  private Canary(Map<String, Canary> flock) {
    flock.forEach(
        (name, canary) ->
            canary.patterns.forEach(
                (encoding, bytes) -> patterns.put(name + " as " + encoding, bytes)));
    needles = new Haystack.Needles(patterns);
  }

  /** All looked for at once; a hit tells the name. */
  public static Canary flock(Map<String, Canary> canaries) {
    return new Canary(canaries);
  }

  /** A secret that is no text, such as the private part of a key. */
  public static Canary ofBytes(byte[] secret) {
    return new Canary(secret);
  }

  /** Encodings that look at bytes and not at characters. */
  private void bytes(String name, byte[] secret) {
    String hex = HexFormat.of().formatHex(secret);
    patterns.put(name + " hex", ascii(hex));
    patterns.put(name + " hex upper", ascii(hex.toUpperCase(Locale.ROOT)));
    for (int skip = 0; skip < ALIGNMENTS; skip++) {
      patterns.put(name + " base64 " + skip, base64(secret, skip, Base64.getEncoder()));
      patterns.put(name + " base64url " + skip, base64(secret, skip, Base64.getUrlEncoder()));
    }
  }

  /** The part of the encoding that doesn't depend on what stands around the secret. */
  private static byte[] base64(byte[] plain, int skip, Base64.Encoder encoder) {
    byte[] aligned = new byte[(plain.length - skip) / ALIGNMENTS * ALIGNMENTS];
    System.arraycopy(plain, skip, aligned, 0, aligned.length);
    return encoder.encode(aligned);
  }

  /** Every character escaped, and only those that are neither letters nor digits, in both cases. */
  private void escaped(String name, String secret, IntFunction<String> escape) {
    String all = secret.chars().mapToObj(escape).collect(Collectors.joining());
    String some =
        secret
            .chars()
            .mapToObj(c -> Character.isLetterOrDigit(c) ? Character.toString(c) : escape.apply(c))
            .collect(Collectors.joining());
    patterns.put(name + " of all", ascii(all));
    patterns.put(name + " of all, lower case", ascii(all.toLowerCase(Locale.ROOT)));
    patterns.put(name + " of signs", ascii(some));
    String lower =
        secret
            .chars()
            .mapToObj(
                c ->
                    Character.isLetterOrDigit(c)
                        ? Character.toString(c)
                        : escape.apply(c).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining());
    patterns.put(name + " of signs, lower case", ascii(lower));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** How many encodings are looked for. */
  int encodings() {
    return patterns.size();
  }

  /** What was found, one line per pattern; compressed parts are unpacked. */
  public List<String> in(String where, byte[] content) {
    List<String> hits = new ArrayList<>();
    Haystack.of(content)
        .forEach(
            part ->
                needles
                    .in(part.bytes())
                    .forEach(name -> hits.add(where + part.within() + ": " + name)));
    return hits;
  }

  public List<String> in(String where, String text) {
    return in(where, text.getBytes(StandardCharsets.UTF_8));
  }

  /** In all files below the directory, except those in {@code but} or below them. */
  public List<String> below(Path directory, Path... but) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> Files.isRegularFile(file) && Stream.of(but).noneMatch(file::startsWith))
          .flatMap(file -> in(file.toString(), read(file)).stream())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<String> in(Path file) {
    return in(file.toString(), read(file));
  }

  /** Empty when the file went meanwhile, as temporary ones do. */
  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new byte[0];
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
