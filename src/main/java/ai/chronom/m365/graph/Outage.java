package ai.chronom.m365.graph;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.UnknownServiceException;
import javax.net.ssl.SSLException;

/** What an exception of the network means, in one sentence that holds no address or secret. */
final class Outage {
  private Outage() {}

  static String describe(IOException e) {
    if (e instanceof UnknownHostException) {
      return "The host name cannot be resolved; check DNS, the proxy and the cloud's address.";
    }
    if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
      return "The connection was refused; check the network and chronom.http.proxy.";
    }
    if (e instanceof SSLException) {
      return "The server's certificate was not accepted; behind a TLS-inspecting proxy set"
          + " chronom.http.trusted-ca-file.";
    }
    if (e instanceof UnknownServiceException) {
      return "The address is not https.";
    }
    if (e instanceof InterruptedIOException) {
      return "There was no answer in time.";
    }
    return "The connection broke.";
  }
}
