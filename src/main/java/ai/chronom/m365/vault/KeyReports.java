package ai.chronom.m365.vault;

import ai.chronom.m365.job.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** Tells the other nodes which master keys this one holds in memory. */
@ApplicationScoped
public class KeyReports {
  private static final int WARNING_MAX_CHARS = 1_000;
  private static final int HOST_MAX_CHARS = 150;

  @Inject MasterKeyKeeper masterKey;
  @Inject VaultWork work;
  @Inject Node node;

  private final String host = host() + " (" + ProcessHandle.current().pid() + ")";

  /** Throws {@link KeyUnusable} while the vault is shut. */
  void report() {
    SecretSealer sealer = masterKey.sealer();
    String warning = cut(masterKey.warning().orElse(null));
    work.alone(
        connection -> {
          new VaultRows(connection).report(node.name(), host, sealer.keyIds(), warning);
          return sealer;
        });
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= WARNING_MAX_CHARS
        ? text
        : text.substring(0, WARNING_MAX_CHARS);
  }

  private static String host() {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      return name.substring(0, Math.min(name.length(), HOST_MAX_CHARS));
    } catch (UnknownHostException e) {
      return "a host without a name";
    }
  }

  /** A node that ends in order holds up nobody. */
  void leave() {
    if (masterKey.isOpen()) {
      work.alone(
          connection -> {
            new VaultRows(connection).leave(node.name());
            return node;
          });
    }
  }
}
