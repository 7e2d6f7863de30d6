package ai.chronom.m365.graph;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/**
 * Resolves a host that the operator named. It may well live in the operator's own network; it never
 * lives where clouds keep the credentials of their machines, which is link-local, nor is it a group
 * of hosts.
 */
final class OperatorAddresses implements Dns {
  private final Dns resolver;

  OperatorAddresses(Dns resolver) {
    this.resolver = resolver;
  }

  /** Without TLS only to this machine itself, and never to a forbidden address written out. */
  static boolean mayBeCalled(HttpUrl url) {
    boolean written = url.host().contains(":") || url.host().matches("[0-9.]+");
    if (!written) {
      return url.isHttps() || url.host().equals("localhost");
    }
    try {
      InetAddress address = InetAddress.getByName(url.host());
      return !isForbidden(address) && (url.isHttps() || address.isLoopbackAddress());
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = resolver.lookup(host);
    if (found.stream().anyMatch(OperatorAddresses::isForbidden)) {
      throw new UnknownHostException(host + " has an address that no service lives at");
    }
    return found;
  }

  private static boolean isForbidden(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }
}
