package ai.chronom.m365.embedded;

import ai.chronom.m365.embedded.server.EmbeddedServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Main of the run: prepares, starts the sandbox and the server, says where to click, and waits. */
public final class Launcher {
  private final Settings settings;

  private Launcher(Settings settings) {
    this.settings = settings;
  }

  public static void main(String[] args) throws InterruptedException, IOException {
    try {
      System.exit(new Launcher(new Settings(properties(), System.getenv())).run());
    } catch (CannotStart e) {
      System.err.println("\nNot started: " + e.getMessage());
      leaveWord(e.getMessage());
      System.exit(1);
    }
  }

  /** For the build that started us; it would else tell of the exit code in its own words. */
  private static void leaveWord(String sentence) throws IOException {
    String file = System.getProperty("embedded.refusal");
    if (file != null) {
      Files.writeString(Run.file(file), sentence);
    }
  }

  private int run() throws InterruptedException, IOException {
    int sandboxPorts = settings.sandboxEnabled() ? 4 : 0;
    requireFree(settings.address(), settings.httpPort(), "chronom.http.port");
    for (int i = 0; i < sandboxPorts; i++) {
      requireFree("127.0.0.1", settings.sandboxPort() + i, "chronom.sandbox.port");
    }
    if (Boolean.getBoolean("embedded.ends-with-parent")) {
      ProcessHandle.current()
          .parent()
          .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
    }
    try (DataDirectory data = DataDirectory.open(settings.dataDirectory())) {
      Map<String, String> properties = properties(data);
      Runtime.getRuntime().addShutdownHook(new Thread(Child::stopAll, "stop"));
      Optional<SandboxProcess> sandbox = Optional.empty();
      if (sandboxPorts > 0) {
        sandbox = Optional.of(SandboxProcess.start(settings, data));
        sandbox.get().cloud().forEach(properties::putIfAbsent);
        properties.put("chronom.http.trusted-ca-file", trusted(data, sandbox.get()).toString());
      }
      ServerProcess server = ServerProcess.start(properties, data);
      Path password = Path.of(properties.get("chronom.bootstrap.admin-password-file"));
      System.out.println(
          new StartBlock(url(), password, sandbox, data.log().resolve("server.log")));
      return server.awaitEnd();
    }
  }

  private Map<String, String> properties(DataDirectory data) {
    Database database = Database.of(settings, data);
    database.prove();
    Map<String, String> properties = new TreeMap<>(settings.givenAsProperties());
    properties.putAll(database.poolProperties());
    properties.put("chronom.embedded", "true");
    properties.put("chronom.http.address", settings.address());
    properties.put("chronom.http.port", String.valueOf(settings.httpPort()));
    properties.put("chronom.data.directory", data.root().toString());
    properties.put(
        "chronom.vault.key-file",
        settings.file("chronom.vault.key-file").orElse(data.vaultKeys()).toString());
    properties.put(
        "chronom.bootstrap.admin-password-file",
        settings
            .file("chronom.bootstrap.admin-password-file")
            .orElseGet(data::adminPassword)
            .toString());
    settings
        .smtpServer()
        .ifPresent(
            smtp -> {
              properties.putIfAbsent("chronom.notifications.mail-session", EmbeddedServer.MAIL);
              properties.put("embedded.smtp-host", smtp.getHostString());
              properties.put("embedded.smtp-port", String.valueOf(smtp.getPort()));
            });
    settings
        .file("chronom.bootstrap.api-token-file")
        .ifPresent(file -> properties.put("chronom.bootstrap.api-token-file", file.toString()));
    return properties;
  }

  /** The sandbox's certificate authority, together with the one that was given, if any. */
  private Path trusted(DataDirectory data, SandboxProcess sandbox) throws IOException {
    Optional<Path> given = settings.file("chronom.http.trusted-ca-file");
    if (given.isEmpty()) {
      return sandbox.caFile();
    }
    Path both = data.root().resolve("trusted-ca.pem");
    return Files.writeString(
        both, Files.readString(given.get()) + "\n" + Files.readString(sandbox.caFile()));
  }

  private String url() {
    String host = settings.address().equals("127.0.0.1") ? "localhost" : settings.address();
    return "http://" + host + ":" + settings.httpPort() + "/";
  }

  private static void requireFree(String address, int port, String key) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (UnknownHostException e) {
      throw new CannotStart(
          "chronom.http.address is no address of this machine: \"" + address + "\".");
    } catch (IOException e) {
      throw new CannotStart(
          "Port "
              + port
              + " of "
              + address
              + " cannot be used ("
              + e.getMessage()
              + "); choose another with -D"
              + key
              + "=<port>.");
    }
  }

  /** System properties, and those of Maven's command line, which the build hands over in a file. */
  private static Properties properties() throws IOException {
    Properties properties = new Properties();
    String file = System.getProperty("embedded.properties");
    if (file != null) {
      try (Reader reader = Files.newBufferedReader(Run.file(file))) {
        properties.load(reader);
      }
    }
    properties.putAll(System.getProperties());
    return properties;
  }
}
