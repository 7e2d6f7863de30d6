package ai.chronom.m365.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The control: a hunter that finds nothing would prove nothing. */
class CanaryTest {
  private static final String SECRET = "abc8Q~" + "ThisIsNoRealSecretOfAnybody.12345_";
  private static final Canary CANARY = new Canary(SECRET);

  static Stream<Arguments> disguises() {
    Stream<Arguments> aligned =
        IntStream.range(0, 3)
            .boxed()
            .flatMap(
                n ->
                    Stream.of(
                        arguments("base64 after " + n, base64("x".repeat(n) + SECRET + "tail")),
                        arguments(
                            "base64url after " + n,
                            text(
                                Base64.getUrlEncoder()
                                    .encodeToString(text("\u00ff".repeat(n) + SECRET + "~~")))),
                        arguments(
                            "base64 of UTF-16 after " + n,
                            Base64.getEncoder()
                                .encode(
                                    ("x".repeat(n) + SECRET).getBytes(StandardCharsets.UTF_16LE))),
                        arguments(
                            "base64 twice after " + n,
                            Base64.getEncoder()
                                .encode(
                                    text(
                                        "x".repeat(n)
                                            + Base64.getEncoder().encodeToString(text(SECRET)))))));
    return Stream.concat(
        aligned,
        Stream.of(
            arguments("plain", text(SECRET)),
            arguments("UTF-16 as a heap has it", SECRET.getBytes(StandardCharsets.UTF_16LE)),
            arguments("UTF-16 as Java writes it", SECRET.getBytes(StandardCharsets.UTF_16BE)),
            arguments("hex", text(HexFormat.of().formatHex(text(SECRET)))),
            arguments("hex upper", text(HexFormat.of().withUpperCase().formatHex(text(SECRET)))),
            arguments("a form's percent", text(URLEncoder.encode(SECRET, StandardCharsets.UTF_8))),
            arguments("percent of all", each("%%%02x")),
            arguments("html decimal", each("&#%d;")),
            arguments("html hex", each("&#x%x;")),
            arguments(
                "html of the sign",
                text(SECRET.replace("~", "&#126;").replace("_", "&#95;").replace(".", "&#46;"))),
            arguments("json", each("\\u%04x")),
            arguments("quoted-printable", each("=%02X")),
            arguments("reversed", text(new StringBuilder(SECRET).reverse().toString())),
            arguments("a piece", text(SECRET.substring(12, 20))),
            arguments("the second half", text(SECRET.substring(SECRET.length() / 2))),
            arguments("gzip", packed("gzip", text(SECRET))),
            arguments("zlib", packed("zlib", text(SECRET))),
            arguments("zip", packed("zip", text(SECRET))),
            arguments("gzip in zip", packed("zip", packed("gzip", text(SECRET)))),
            arguments(
                "view state",
                Base64.getEncoder().encode(packed("gzip", text("state" + SECRET + "end"))))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("disguises")
  void findsIt(String name, byte[] disguised) throws IOException {
    ByteArrayOutputStream around = new ByteArrayOutputStream();
    if (!name.startsWith("zip") && !name.endsWith("zip in zip")) {
      around.write(text("noise<x> ".repeat(200)));
    }
    around.write(disguised);
    around.write(text(" </x>tail".repeat(200)));
    assertThat(CANARY.in("somewhere", around.toByteArray())).isNotEmpty();
  }

  @Test
  void findsBytes() {
    byte[] key = new byte[48];
    new Random(7).nextBytes(key);
    Canary canary = Canary.ofBytes(key);
    assertThat(canary.in("pem", Base64.getEncoder().encode(key))).isNotEmpty();
    assertThat(canary.in("dump", key)).isNotEmpty();
    assertThat(canary.in("hex", text(HexFormat.of().formatHex(key)))).isNotEmpty();
  }

  @Test
  void findsNothingWhereNothingIs() {
    assertThat(CANARY.in("log", "abc8Q is only its hint")).isEmpty();
    byte[] noise = new byte[1 << 22];
    new Random(42).nextBytes(noise);
    assertThat(CANARY.in("noise", noise)).isEmpty();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] base64(String text) {
    return Base64.getEncoder().encode(text(text));
  }

  private static byte[] each(String format) {
    return text(SECRET.chars().mapToObj(format::formatted).collect(Collectors.joining()));
  }

  private static byte[] packed(String how, byte[] content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packer(how, packed)) {
      out.write(text("before "));
      out.write(content);
      out.write(text(" after"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  private static OutputStream packer(String how, OutputStream packed) throws IOException {
    if (how.equals("gzip")) {
      return new GZIPOutputStream(packed);
    }
    if (how.equals("zlib")) {
      return new DeflaterOutputStream(packed);
    }
    ZipOutputStream zip = new ZipOutputStream(packed);
    zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
    return zip;
  }
}
