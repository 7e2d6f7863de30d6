package ai.chronom.m365.embedded.server;

import java.util.logging.LogManager;

/**
 * Keeps the handlers until the server has stopped. The JDK's own manager closes them as soon as the
 * JVM begins to exit, so that what the server says while it stops would be lost.
 */
public final class LastingLogManager extends LogManager {
  private volatile boolean lasting;

  void last() {
    lasting = true;
  }

  void finish() {
    super.reset();
  }

  @Override
  public void reset() {
    if (!lasting) {
      super.reset();
    }
  }
}
