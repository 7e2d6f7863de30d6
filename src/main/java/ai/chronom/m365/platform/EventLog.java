package ai.chronom.m365.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Writes each event of the server's log as one line of JSON into a file of our own, the same on
 * each server (ADR 075); the server's own log goes on beside it. Rotates: ten files of ten
 * mebibytes.
 */
@Singleton
@Startup
public class EventLog {
  static final String KEY = "chronom.log.events-file";
  private static final int FILE_BYTES = 10 << 20;
  private static final int FILES = 10;

  /** Held, lest the log manager forgets its handler. */
  private final Logger root = Logger.getLogger("");

  private @Nullable Handler handler;

  @PostConstruct
  void open() {
    Optional<String> file = ConfigProvider.getConfig().getOptionalValue(KEY, String.class);
    if (file.isEmpty()) {
      return;
    }
    try {
      Handler opened = new FileHandler(pattern(file.get()), FILE_BYTES, FILES, true);
      opened.setEncoding("UTF-8");
      opened.setLevel(Level.INFO);
      opened.setFormatter(new EventLine());
      root.addHandler(opened);
      handler = opened;
    } catch (IOException | SecurityException e) {
      throw new IllegalStateException(
          KEY + " is \"" + file.get() + "\"; expected a file in a directory that can be written",
          e);
    }
  }

  /** In the language of the handler a percent sign means something. */
  private static String pattern(String file) {
    return file.replace("%", "%%");
  }

  /** The logger belongs to the server, not to us. */
  @PreDestroy
  void close() {
    Handler opened = handler;
    if (opened != null) {
      root.removeHandler(opened);
      opened.close();
    }
  }
}
