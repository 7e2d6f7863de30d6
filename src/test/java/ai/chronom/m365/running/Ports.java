package ai.chronom.m365.running;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Ports of 127.0.0.1 that nobody listens on. */
public final class Ports {
  // Below the range from which the kernel takes ports for outgoing connections.
  private static final int FIRST = 20_000;
  private static final int LAST = 30_000;
  private static final int ATTEMPTS = 200;
  private static final Random RANDOM = new Random();

  private Ports() {}

  /** The first of so many free ports in a row. */
  public static synchronized int free(int inARow) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      int first = FIRST + RANDOM.nextInt(LAST - FIRST);
      if (allFree(first, inARow)) {
        return first;
      }
    }
    throw new IllegalStateException(
        "no " + inARow + " free ports in a row after " + ATTEMPTS + " attempts");
  }

  private static boolean allFree(int first, int inARow) {
    for (int port = first; port < first + inARow; port++) {
      try (ServerSocket probe = new ServerSocket()) {
        probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      } catch (IOException e) {
        return false;
      }
    }
    return true;
  }
}
