package ai.chronom.m365.vault;

import java.util.function.Supplier;

/** The master key set where it is kept between starts: a file, in clear or under another key. */
record KeyHolder(KeyFile file, Wrapping wrapping) {
  boolean isAbsent() {
    return file.isAbsent();
  }

  /** Throws {@link KeyUnusable}. */
  KeySet read() {
    String text = file.read();
    return told(() -> wrapping.open(text));
  }

  /** A file that did not exist. Throws {@link KeyUnusable}. */
  void create(KeySet keys) {
    file.create(told(() -> wrapping.close(keys)));
  }

  /** Throws {@link KeyUnusable}. */
  void replace(KeySet keys) {
    file.replace(told(() -> wrapping.close(keys)));
  }

  /** Puts the file's name before what is said about its content. */
  <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (KeyUnusable e) {
      throw e.isWhole() ? e : file.refused(String.valueOf(e.getMessage()));
    }
  }
}
