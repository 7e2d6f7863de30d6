package ai.chronom.m365.running;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** One way in which the product runs: as a newcomer starts it, or on a server as ops people do. */
interface Installation {
  /** Returns when the product is ready; on the data that a stopped one left. */
  void start();

  /** As Ctrl-C does; returns when all its processes have ended. */
  void stop();

  URI base();

  /** What a client must trust to speak to it. */
  SSLContext trust();

  Path adminPasswordFile();

  Path dataDirectory();

  Path log();

  /** What the launcher has printed up to the end of the start-up block; empty on a server. */
  String console();

  SandboxTenant sandbox();

  /** All that was started. */
  Stream<ProcessHandle> processes();
}
