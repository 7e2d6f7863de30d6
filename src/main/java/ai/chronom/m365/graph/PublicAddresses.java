package ai.chronom.m365.graph;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Resolves hosts that a remote answer chose. A name that only a wildcard allows must not lead into
 * the network that this server stands in.
 */
final class PublicAddresses implements Dns {
  private final Dns resolver;
  private final Predicate<String> namedByOperator;

  PublicAddresses(Dns resolver, Predicate<String> namedByOperator) {
    this.resolver = resolver;
    this.namedByOperator = namedByOperator;
  }

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    List<InetAddress> found = resolver.lookup(host);
    if (!namedByOperator.test(host) && found.stream().anyMatch(PublicAddresses::isInside)) {
      throw new UnknownHostException(host + " has an address that is not public");
    }
    return found;
  }

  private static boolean isInside(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || isUniqueLocal(address.getAddress());
  }

  /** fc00::/7, which the JDK does not count as site-local. */
  private static boolean isUniqueLocal(byte[] address) {
    return address.length == 16 && (address[0] & 0xfe) == 0xfc;
  }
}
