package ai.chronom.m365.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  private static final String KEY = "chronom.bootstrap.admin-password-file";

  @TempDir Path directory;

  @Test
  void readsAPasswordWithoutTheLineEnd() throws IOException {
    assertThat(SecretFile.password(KEY, file("correct horse\n")))
        .containsExactly("correct horse".toCharArray());
  }

  @Test
  void readsAToken() throws IOException {
    assertThat(SecretFile.token(KEY, file("cht_0123456789abcdef\n")))
        .isEqualTo("cht_0123456789abcdef");
  }

  @Test
  void namesKeyAndFileThatIsMissing() {
    String missing = directory.resolve("missing").toString();

    assertThatThrownBy(() -> SecretFile.password(KEY, missing))
        .hasMessageContaining(KEY)
        .hasMessageContaining(missing);
  }

  @Test
  void refusesEmptyAndShortPasswordsWithoutRepeatingThem() throws IOException {
    String empty = file(" \n");
    assertThatThrownBy(() -> SecretFile.password(KEY, empty)).hasMessageContaining("0 came");

    String shortOne = file("canary1");
    assertThatThrownBy(() -> SecretFile.password(KEY, shortOne))
        .hasMessageContaining("7 came")
        .hasMessageNotContaining("canary1");
  }

  @Test
  void refusesTokensThatNoHeaderCanCarryWithoutRepeatingThem() throws IOException {
    String broken = file("canary canary canary canary");

    assertThatThrownBy(() -> SecretFile.token(KEY, broken))
        .hasMessageContaining("16 to 512")
        .hasMessageNotContaining("canary");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path binary = Files.write(directory.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> SecretFile.password(KEY, binary.toString()))
        .hasMessageContaining("cannot be read");
  }

  private String file(String content) throws IOException {
    return Files.writeString(directory.resolve("secret"), content).toString();
  }
}
