package ai.chronom.m365.vault;

import ai.chronom.m365.running.TestDatabase;
import java.nio.file.Path;

/** A node that seals anew until it is killed or everything is done. */
final class RotationChild {
  static final String BEGINS = "begins";
  static final String DONE = "done";

  private RotationChild() {}

  /**
   * @param arguments driver, URL and user of the database, and the key file
   */
  public static void main(String[] arguments) {
    VaultDatabase database =
        new VaultDatabase(new TestDatabase(arguments[0], arguments[1], arguments[2]));
    TestNode node = new TestNode(database, Path.of(arguments[3])).onServer().started();
    System.out.println(BEGINS);
    while (node.keys.state().rotation().remaining() > 0) {
      // The one that was killed may still have the lease.
      if (!node.reseal().owned()) {
        Thread.onSpinWait();
      }
    }
    System.out.println(DONE);
  }
}
