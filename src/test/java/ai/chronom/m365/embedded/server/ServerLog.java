package ai.chronom.m365.embedded.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * Everything goes to a file. The console shows one line per warning, and while the server starts
 * only the product's own: Payara's start says much that means nothing here.
 */
final class ServerLog {
  private static final String OURS = "ai.chronom.";

  private final FirstFailure firstFailure = new FirstFailure();

  /**
   * Ours and those through which a secret or a token passes. The server's own loggers stay quiet:
   * at the finest level they log while they log, without end. Held, lest they be collected.
   */
  private final List<Logger> talkative =
      Stream.of(
              "ai.chronom",
              "com.microsoft",
              "jakarta.enterprise.resource.webcontainer.faces",
              "okhttp3",
              "org.eclipse.persistence",
              "org.flywaydb",
              "org.primefaces",
              "sun.net.www.protocol.http")
          .map(Logger::getLogger)
          .toList();

  private volatile boolean started;

  private ServerLog() {}

  /** Begins a new file; the one of the run before is kept beside it. */
  static ServerLog open(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.move(
          file, file.resolveSibling("server.previous.log"), StandardCopyOption.REPLACE_EXISTING);
    }
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    LastingLogManager manager = (LastingLogManager) LogManager.getLogManager();
    manager.reset();
    manager.last();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    Level level = Level.parse(System.getProperty("embedded.log-level", "INFO"));
    ServerLog log = new ServerLog();
    log.talkative.forEach(logger -> logger.setLevel(level));
    root.addHandler(toFile(file));
    root.addHandler(log.toConsole());
    root.addHandler(log.firstFailure);
    return log;
  }

  /** The last thing of all. */
  static void close() {
    ((LastingLogManager) LogManager.getLogManager()).finish();
  }

  void speakUp() {
    started = true;
  }

  /**
   * Why the deployment failed: in our own words when a class of ours refused, else the first cause.
   */
  String reason(Throwable failure) {
    Throwable reason = firstFailure.seen != null ? firstFailure.seen : failure;
    while (reason != null && !isThrownByUs(reason) && reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason == null || reason.getMessage() == null) {
      return "the server log tells why"
          + (reason == null ? "" : " (" + reason.getClass().getName() + ")");
    }
    return reason.getMessage().lines().findFirst().orElse("");
  }

  private static boolean isThrownByUs(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    return failure.getMessage() != null
        && frames.length > 0
        && frames[0].getClassName().startsWith(OURS);
  }

  private static Handler toFile(Path file) throws IOException {
    FileHandler handler = new FileHandler(file.toString());
    handler.setLevel(Level.ALL);
    handler.setEncoding("UTF-8");
    handler.setFormatter(new SimpleFormatter());
    return handler;
  }

  private Handler toConsole() {
    ConsoleHandler handler = new ConsoleHandler();
    handler.setLevel(Level.WARNING);
    handler.setFilter(record -> started || isOurs(record));
    handler.setFormatter(new OneLine());
    return handler;
  }

  private static boolean isOurs(LogRecord record) {
    return record.getLoggerName() != null && record.getLoggerName().startsWith(OURS);
  }

  /** No stack trace: that is in the file. */
  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord record) {
      String cause =
          record.getThrown() == null
              ? ""
              : " (" + record.getThrown().getClass().getSimpleName() + ")";
      return record.getLevel() + " " + formatMessage(record) + cause + System.lineSeparator();
    }
  }

  /**
   * The first exception that a start-up bean of ours raised: the deployment itself only says that
   * it failed.
   */
  private static final class FirstFailure extends Handler {
    private volatile Throwable seen;

    @Override
    public void publish(LogRecord record) {
      if (seen == null
          && record.getThrown() != null
          && record.getLevel().intValue() >= Level.WARNING.intValue()) {
        seen = record.getThrown();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
