package ai.chronom.m365.identity;

import ai.chronom.m365.graph.IdentityWire;
import ai.chronom.m365.graph.IdentityWire.Heard;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import java.util.stream.Collectors;

/** Lets the library speak over our wire, never over its own. */
class Sender implements HTTPRequestSender, ResourceRetriever {
  private final IdentityWire wire;

  Sender(IdentityWire wire) {
    this.wire = wire;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    if (request.getMethod() != HTTPRequest.Method.POST) {
      return response(wire.get(request.getURI()));
    }
    Map<String, String> headers =
        request.getHeaderMap().entrySet().stream()
            .filter(header -> !header.getKey().equalsIgnoreCase("Content-Type"))
            .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0)));
    String body = request.getBody();
    return response(wire.post(request.getURI(), headers, body == null ? "" : body));
  }

  private static HTTPResponse response(Heard heard) throws IOException {
    try {
      HTTPResponse response = new HTTPResponse(heard.status());
      if (!heard.mediaType().isEmpty()) {
        response.setContentType(heard.mediaType());
      }
      response.setBody(heard.body());
      return response;
    } catch (ParseException | IllegalArgumentException e) {
      throw new IOException("an answer of no known media type");
    }
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    return new Resource(document(URI.create(url.toString())), "application/json");
  }

  /** The body of a plain 200. */
  String document(URI address) throws IOException {
    Heard heard = wire.get(address);
    if (heard.status() != 200) {
      throw new IOException("status " + heard.status());
    }
    return heard.body();
  }
}
