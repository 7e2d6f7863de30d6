package ai.chronom.m365.vault;

/** A password or PIN that a file holds as its first and only line. */
final class SecretLine {
  private SecretLine() {}

  /** The caller overwrites it. Throws {@link KeyUnusable}. */
  static char[] read(KeyFile file) {
    String line = file.read().strip();
    if (line.isEmpty() || line.lines().count() != 1) {
      throw file.refused("holds " + line.lines().count() + " lines: exactly one is expected.");
    }
    return line.toCharArray();
  }
}
