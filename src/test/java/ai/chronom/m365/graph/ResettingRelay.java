package ai.chronom.m365.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/**
 * Passes bytes on to a server, holds its answers back after so many bytes, and resets the
 * connection when told to: a reset that comes by itself may overtake the bytes before it.
 */
final class ResettingRelay implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final URI target;
  private final int bytes;
  private final CountDownLatch told = new CountDownLatch(1);

  ResettingRelay(URI target, int bytes) throws IOException {
    this.target = target;
    this.bytes = bytes;
    daemon(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  private void serve() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Socket server = new Socket(target.getHost(), target.getPort());
        daemon(() -> pump(client, server, Integer.MAX_VALUE));
        daemon(() -> pump(server, client, bytes));
      } catch (IOException closed) {
        return;
      }
    }
  }

  void reset() {
    told.countDown();
  }

  private void pump(Socket from, Socket to, int most) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[4096];
      int passed = 0;
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        out.write(buffer, 0, got);
        passed += got;
        if (passed > most) {
          told.await();
          to.setSoLinger(true, 0);
          to.close();
          from.close();
        }
      }
    } catch (IOException | InterruptedException closed) {
      // Either end went away: so does this one.
      return;
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
