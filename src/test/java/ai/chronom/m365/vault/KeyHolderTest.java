package ai.chronom.m365.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Key files in clear, under a key of a keystore, and under a key of a token. */
class KeyHolderTest {
  private static final String PASSWORD = "keystore-password";

  @TempDir Path directory;

  @Nested
  class Pkcs12 {
    @Test
    void wrapsAKeyFileThatIsUselessAlone() throws IOException {
      String settings = pkcs12("wrapped.json");
      tool("wrapping-key", settings);
      String told = tool("create", settings);
      KeySet keys = holder(pkcs12Values("wrapped.json")).read();
      assertThat(told).contains(keys.firstToSeal() + " ");
      String file = Files.readString(path("wrapped.json"));
      assertThat(file).contains("encryptedKeyset").doesNotContain("keyData", "SYMMETRIC\",");
      assertRefused(
          Map.of(VaultConfig.KEY_FILE, path("wrapped.json").toString()),
          "set chronom.vault.key-holder");
    }

    @Test
    void takesOverTheKeysOfAFileInClear() throws IOException {
      String clear = settings("clear", Map.of(VaultConfig.KEY_FILE, path("clear.json").toString()));
      tool("create", clear);
      String wrapped = pkcs12("wrapped.json");
      tool("wrapping-key", wrapped);
      tool("copy", clear, wrapped);
      tool("add", wrapped);
      assertThat(holder(pkcs12Values("wrapped.json")).read().fingerprints())
          .hasSize(2)
          .containsAllEntriesOf(
              KeySet.ofClear(Files.readString(path("clear.json"))).fingerprints());
    }

    @Test
    void acceptsNoFileInClear() throws IOException {
      tool("wrapping-key", pkcs12("clear.json"));
      new KeyFile("A test's key file", path("clear.json")).create(KeySet.fresh().clear());
      assertRefused(pkcs12Values("clear.json"), "chronom.vault.key-holder is pkcs12", "copy");
    }

    @Test
    void saysWhatIsWrongWithTheKeystore() throws IOException {
      tool("wrapping-key", pkcs12("wrapped.json"));
      tool("create", pkcs12("wrapped.json"));
      Map<String, String> values = pkcs12Values("wrapped.json");
      assertRefused(
          with(values, VaultConfig.KEY_ALIAS, "another"), "has no secret key \"another\"");
      secret("wrong.txt", "wrong-password");
      assertRefused(
          with(values, VaultConfig.KEYSTORE_PASSWORD_FILE, path("wrong.txt").toString()),
          "cannot be opened",
          "wrong.txt");
      assertRefused(
          with(values, VaultConfig.KEYSTORE_FILE, path("none.p12").toString()), "does not exist");
      assertRefused(
          Map.of(VaultConfig.KEY_FILE, "keys.json", VaultConfig.KEY_HOLDER, "pkcs12"),
          "chronom.vault.keystore-file is not set");
    }

    @Test
    void neverOverwritesAKeystoreOrAKeyFile() throws IOException {
      String settings = pkcs12("wrapped.json");
      tool("wrapping-key", settings);
      tool("create", settings);
      assertThatThrownBy(() -> tool("wrapping-key", settings))
          .hasMessageContaining("exists already");
      assertThatThrownBy(() -> tool("create", settings)).hasMessageContaining("exists already");
    }

    @Test
    void refusesTheKeysOfAnotherWrappingKey() throws IOException {
      tool("wrapping-key", pkcs12("wrapped.json"));
      tool("create", pkcs12("wrapped.json"));
      Files.delete(path("store.p12"));
      tool("wrapping-key", pkcs12("wrapped.json"));
      assertRefused(pkcs12Values("wrapped.json"), "no key set that this wrapping key opens");
    }

    private String pkcs12(String keyFile) throws IOException {
      if (Files.notExists(path("password.txt"))) {
        secret("password.txt", PASSWORD);
      }
      return settings("pkcs12", pkcs12Values(keyFile));
    }

    private Map<String, String> pkcs12Values(String keyFile) {
      return Map.of(
          VaultConfig.KEY_FILE, path(keyFile).toString(),
          VaultConfig.KEY_HOLDER, "pkcs12",
          VaultConfig.KEYSTORE_FILE, path("store.p12").toString(),
          VaultConfig.KEYSTORE_PASSWORD_FILE, path("password.txt").toString());
    }
  }

  @Nested
  class Pkcs11 {
    @Test
    void wrapsUnderAKeyThatNeverLeavesItsToken() throws Exception {
      SoftHsm token = new SoftHsm(directory);
      String settings = pkcs11(token, SoftHsm.PIN);
      assertThat(token.tool("wrapping-key", settings)).doesNotContain("exit code");
      String created = token.tool("create", settings);
      assertThat(created).contains("(pkcs11)").doesNotContain("exit code");
      assertThat(token.tool("add", settings).lines()).hasSize(3);
      assertThat(Files.readString(path("wrapped.json"))).contains("encryptedKeyset");
      String listed = token.tool("list", settings);
      assertThat(listed.lines()).hasSize(3).containsAll(created.lines().toList());
      assertThat(token.tool("wrapping-key", settings)).contains("already", "exit code 1");
    }

    @Test
    void saysWhatIsWrongWithTheToken() throws Exception {
      SoftHsm token = new SoftHsm(directory);
      assertThat(token.tool("wrapping-key", pkcs11(token, "999999")))
          .contains("refused the PIN", "exit code 1")
          .doesNotContain("999999");
      assertThat(token.tool("create", pkcs11(token, SoftHsm.PIN)))
          .contains("has no secret key \"chronom-vault\"");
      assertRefused(
          with(values(token), VaultConfig.PKCS11_SLOT, "first"),
          "chronom.vault.pkcs11-slot is \"first\"");
      assertRefused(
          with(values(token), VaultConfig.PKCS11_LIBRARY, path("none.so").toString()),
          "chronom.vault.pkcs11-library is",
          "no file is there");
    }

    private String pkcs11(SoftHsm token, String pin) throws IOException {
      secret("pin.txt", pin);
      return settings("pkcs11", values(token));
    }

    private Map<String, String> values(SoftHsm token) {
      return Map.of(
          VaultConfig.KEY_FILE, path("wrapped.json").toString(),
          VaultConfig.KEY_HOLDER, "pkcs11",
          VaultConfig.PKCS11_LIBRARY, SoftHsm.library().toString(),
          VaultConfig.PKCS11_SLOT, token.slot(),
          VaultConfig.PKCS11_PIN_FILE, path("pin.txt").toString());
    }
  }

  @Test
  void isNoneThatNobodyKnows() {
    assertRefused(
        Map.of(VaultConfig.KEY_FILE, "keys.json", VaultConfig.KEY_HOLDER, "cloud"),
        "chronom.vault.key-holder is \"cloud\", but file, pkcs12 or pkcs11 is expected");
    assertRefused(Map.of(), "chronom.vault.key-file is not set");
  }

  private static KeyHolder holder(Map<String, String> values) {
    return new VaultConfig(key -> Optional.ofNullable(values.get(key))).holder();
  }

  private void assertRefused(Map<String, String> values, String... parts) {
    // The key file must be there, or its absence would be what is said.
    Path file = path("wrapped.json");
    if (Files.notExists(file)) {
      new KeyFile("A test's key file", file).create("{\"encryptedKeyset\":\"AAAA\"}");
    }
    assertThatThrownBy(() -> holder(values).read())
        .isInstanceOf(KeyUnusable.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining(PASSWORD)
        .hasNoCause();
  }

  private static Map<String, String> with(Map<String, String> values, String key, String value) {
    Map<String, String> changed = new TreeMap<>(values);
    changed.put(key, value);
    return changed;
  }

  private static String tool(String... arguments) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    new KeyTool(new PrintStream(told, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    return told.toString(StandardCharsets.UTF_8);
  }

  private String settings(String name, Map<String, String> values) throws IOException {
    String lines =
        values.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("\n"));
    return Files.writeString(path(name + ".properties"), lines).toString();
  }

  private void secret(String file, String line) throws IOException {
    Files.deleteIfExists(path(file));
    new KeyFile("A test's secret", path(file)).create(line + "\n");
  }

  private Path path(String file) {
    return directory.resolve(file);
  }
}
