package ai.chronom.m365.running;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A full server that the scripts of {@code server-config} set up, for tests inside it: Arquillian
 * starts it and deploys.
 */
public final class ManagedServer {
  private ManagedServer() {}

  /**
   * @param kind payara or wildfly
   * @return the system properties that the kind's arquillian.xml reads
   */
  public static Map<String, String> prepare(String kind, Path directory) throws IOException {
    FullServer server = FullServer.of(kind, directory, OpsDatabase.secret(directory, "token.txt"));
    Map<String, String> environment = server.prepareAsOwner();
    Map<String, String> properties = new TreeMap<>();
    switch (kind) {
      case "payara" -> {
        properties.put("managed.home", environment.get("PAYARA_HOME"));
        properties.put("managed.port", environment.get("ADMIN_PORT"));
        properties.put(
            "managed.password",
            Files.readString(Path.of(environment.get("ADMIN_PASSWORD_FILE"))).strip());
        openPayara(server.configuration("config/domain.xml"));
      }
      case "wildfly" -> {
        properties.put("managed.home", environment.get("WILDFLY_HOME"));
        properties.put("managed.port", environment.get("MANAGEMENT_PORT"));
        properties.put("managed.http-port", String.valueOf(Ports.free(1)));
        openWildFly(server.configuration("configuration/standalone.xml"));
      }
      default -> throw new IllegalArgumentException("no such server: " + kind);
    }
    return properties;
  }

  /** Arquillian speaks plain HTTP with its servlet in the server; ours has none. */
  private static void openPayara(Path domain) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String line : Files.readAllLines(domain)) {
      if (line.contains("<network-listener ") && line.contains("name=\"http-listener-1\"")) {
        line =
            line.replace("enabled=\"false\"", "address=\"127.0.0.1\"")
                .replaceFirst("port=\"\\d+\"", "port=\"" + Ports.free(1) + "\"");
      }
      if (line.contains("<jvm-options>-Dchronom.config-file=")) {
        lines.append("<jvm-options>-Dit.database=postgresql</jvm-options>\n");
      }
      lines.append(line).append('\n');
    }
    Files.writeString(domain, lines);
  }

  private static void openWildFly(Path standalone) throws IOException {
    String listener = "<http-listener name=\"default\" socket-binding=\"http\"/>";
    Files.writeString(
        standalone,
        Files.readString(standalone)
            .replace(listener, "")
            .replace(
                "<https-listener name=\"https\"", listener + "<https-listener name=\"https\""));
  }
}
