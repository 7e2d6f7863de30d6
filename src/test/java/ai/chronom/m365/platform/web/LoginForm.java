package ai.chronom.m365.platform.web;

import ai.chronom.m365.running.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person at the login page: keeps cookies and the form's hidden fields as a browser does. */
public final class LoginForm {
  private static final Pattern INPUT = Pattern.compile("<input[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile("(name|value|type)=\"([^\"]*)\"");
  private static final Pattern NONCE = Pattern.compile("PrimeFaces.csp.init\\('([^']*)'");

  private final Function<String, URI> addresses;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

  public LoginForm(RunningServer server) {
    this(server::url);
  }

  /**
   * @param addresses makes an address of a path
   */
  LoginForm(Function<String, URI> addresses) {
    this.addresses = addresses;
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(addresses.apply(path)));
  }

  HttpResponse<String> post(String path, String body, String contentType) {
    return send(
        HttpRequest.newBuilder(addresses.apply(path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Opens the login page at that address, fills it in and presses the button. */
  public HttpResponse<String> signIn(String address, String name, String password) {
    Map<String, String> fields = fields(get(address).body());
    fields.put("name", name);
    fields.put("password", password);
    fields.put("sign-in", "");
    return post(address, encoded(fields), "application/x-www-form-urlencoded");
  }

  /** The first form on that page, submitted with one more field. */
  HttpResponse<String> press(String page, String button) {
    Map<String, String> fields = fields(get(page).body());
    fields.put(button, "");
    return post(page, encoded(fields), "application/x-www-form-urlencoded");
  }

  HttpCookie session() {
    return named("chronom_session");
  }

  String cookie(String name) {
    return named(name).getValue();
  }

  private HttpCookie named(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, String> fields(String page) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(page);
    while (inputs.find()) {
      Map<String, String> attributes = new LinkedHashMap<>();
      Matcher attribute = ATTRIBUTE.matcher(inputs.group());
      while (attribute.find()) {
        attributes.put(attribute.group(1), attribute.group(2));
      }
      if ("hidden".equals(attributes.get("type"))) {
        fields.put(attributes.get("name"), attributes.getOrDefault("value", ""));
      }
    }
    Matcher nonce = NONCE.matcher(page);
    if (nonce.find()) {
      fields.put("primefaces.nonce", nonce.group(1));
    }
    return fields;
  }

  private static String encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
