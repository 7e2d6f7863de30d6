package ai.chronom.m365.vault;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Makes and changes key files without a running product: {@code server-config/keys/vault-keys.sh}
 * calls it. It touches no database. A settings file holds the keys {@code chronom.vault.…} as the
 * product's own configuration does.
 */
public final class KeyTool {
  private static final String USAGE =
      "Usage: create|add|list|wrapping-key <settings file>, or copy <settings file> <settings file>";

  private final PrintStream out;

  KeyTool(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) {
    try {
      new KeyTool(System.out).run(List.of(arguments));
    } catch (KeyUnusable e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  /** Throws {@link KeyUnusable}. */
  void run(List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    if (arguments.size() != (command.equals("copy") ? 3 : 2)) {
      throw new KeyUnusable(USAGE);
    }
    VaultConfig settings = settings(arguments.get(1));
    switch (command) {
      case "create" -> settings.holder().create(KeySet.fresh());
      case "add" -> add(settings.holder());
      case "wrapping-key" -> settings.createWrappingKey();
      case "copy" -> settings(arguments.get(2)).holder().create(settings.holder().read());
      case "list" -> list(settings.holder());
      default -> throw new KeyUnusable(USAGE);
    }
    if (command.equals("copy")) {
      list(settings(arguments.get(2)).holder());
    } else if (command.equals("create") || command.equals("add")) {
      list(settings.holder());
    }
  }

  private static void add(KeyHolder holder) {
    holder.replace(holder.read().withNewKey());
  }

  private void list(KeyHolder holder) {
    out.println(holder.file().path() + " (" + holder.wrapping().word() + ")");
    holder.read().fingerprints().forEach((id, print) -> out.println(id + " " + print));
  }

  private static VaultConfig settings(String file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(Path.of(file), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new KeyUnusable(
          "The settings file "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "): lines such as "
              + VaultConfig.KEY_FILE
              + "=/path are expected.");
    }
    return new VaultConfig(
        key ->
            Optional.ofNullable(properties.getProperty(key))
                .map(String::strip)
                .filter(value -> !value.isEmpty()));
  }
}
