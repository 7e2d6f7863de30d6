package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ClientSecretTest {
  private static final String TEXT = "abc8Q~0123456789";

  @Test
  void tellsNothingByToString() {
    assertThat(ClientSecret.of(TEXT).toString()).isEqualTo("ClientSecret[***]");
  }

  @Test
  void hintsAtItsFirstThreeCharacters() {
    assertThat(ClientSecret.of(TEXT).hint()).isEqualTo("abc");
    assertThat(ClientSecret.of("ab").hint()).isEqualTo("ab");
  }

  @Test
  void isGoneOnceClosed() {
    ClientSecret secret = ClientSecret.of(TEXT);
    secret.close();
    assertThat(secret.reveal()).isEqualTo("\0".repeat(TEXT.length()));
  }

  @Test
  void keepsItsOwnCopy() {
    char[] typed = TEXT.toCharArray();
    ClientSecret secret = ClientSecret.of(typed);
    typed[0] = '!';
    assertThat(secret.reveal()).isEqualTo(TEXT);
  }

  @Test
  void survivesTheWayThroughUtf8() {
    byte[] utf8 = ClientSecret.of("п密🔑").utf8();
    assertThat(utf8).isEqualTo("п密🔑".getBytes(StandardCharsets.UTF_8));
    assertThat(ClientSecret.ofUtf8(utf8).reveal()).isEqualTo("п密🔑");
  }
}
