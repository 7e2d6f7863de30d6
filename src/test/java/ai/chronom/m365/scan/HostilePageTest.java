package ai.chronom.m365.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.graph.SandboxGraph;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that want us elsewhere, or want all our memory: rows T-76 and T-82. */
class HostilePageTest {
  private static final int MIB = 1 << 20;

  @TempDir static Path directory;

  private static Sandbox sandbox;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(1_234));
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void heal() {
    sandbox.faults().clear();
  }

  @ParameterizedTest(name = "T-76 {0}")
  @ValueSource(
      strings = {
        "https://localhost:$EVIL/v1.0/users",
        "http://localhost:$GRAPH/v1.0/users",
        "http://localhost:$EVIL/v1.0/users",
        "https://localhost:$GRAPH@localhost:$EVIL/v1.0/users",
        "https://localhost:$GRAPH.localhost:$EVIL/v1.0/users",
        "https://LOCALHOST:$GRAPH/v1.0/users",
        "https://localhost:$GRAPH/v1.0/../evil",
        "https://localhost:$GRAPH/v1.0/%2e%2e/evil",
        "https://localhost:$GRAPH/oauth2/token",
        "https://localhost:$GRAPH\\\\@localhost:$EVIL/v1.0/users",
        "//localhost:$EVIL/v1.0/users",
        "/v1.0/users#@localhost:$EVIL",
        "https://127.0.0.1:$EVIL/v1.0/users",
        "file:///etc/passwd",
        "javascript:alert(1)"
      })
  void neverFollowsALinkElsewhere(String pattern) throws IOException {
    try (ServerSocket evil = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      evil.setSoTimeout(1);
      String graphPort = sandbox.graphUrl().replaceAll(".*:", "");
      String link =
          pattern
              .replace("$EVIL", String.valueOf(evil.getLocalPort()))
              .replace("$GRAPH", graphPort);
      FaultRun run = users().plant("/v1.0/users?*", Fault.nextLink(link)).run();

      assertThat(run.end()).isEqualTo(new RunEnd.Completed(true));
      assertThat(run.users().state()).isEqualTo(CollectionState.PARTIAL);
      assertThat(run.users().reason()).contains("could not be used");
      assertThat(run.asked("/v1.0/users?")).isEqualTo(1);
      assertThatThrownBy(evil::accept).isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  private static FaultRun users() {
    return new FaultRun(
        sandbox, new SandboxGraph(sandbox), ScanDatabase.h2(), Runnable::run, CollectionName.USERS);
  }

  /** T-82: 100 MiB that came as some hundred kilobytes. */
  @Test
  void pageOfAHundredMebibytesIsRefused() throws IOException {
    byte[] user = "{\"id\":\"x\"},".getBytes(StandardCharsets.UTF_8);
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "/v1.0/users?*", bomb(user)));
    assertRefusedInLittleMemory();
  }

  @Test
  void textOfAHundredMebibytesIsRefused() throws IOException {
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "/v1.0/users?*", bomb(new byte[] {'a'})));
    assertRefusedInLittleMemory();
  }

  private static void assertRefusedInLittleMemory() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    FaultRun run = users();
    long before = threads.getCurrentThreadAllocatedBytes();
    run.run();
    long tries = 3;
    assertThat(run.users().state()).isEqualTo(CollectionState.FAILED);
    // All that was ever allocated, so the heap cannot have held more at once.
    assertThat((threads.getCurrentThreadAllocatedBytes() - before) / tries)
        .isLessThanOrEqualTo(64L * MIB);
  }

  private static Fault bomb(byte[] piece) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
      gzip.write(piece.length == 1 ? new byte[] {'"'} : new byte[0]);
      byte[] block = new byte[MIB / piece.length * piece.length];
      for (int i = 0; i < block.length; i++) {
        block[i] = piece[i % piece.length];
      }
      for (int mebibyte = 0; mebibyte < 100; mebibyte++) {
        gzip.write(block);
      }
    }
    return new Fault.Answer(
        Reply.of(200, "application/json", packed.toByteArray()).with("Content-Encoding", "gzip"));
  }

  @Test
  void valuesUpToAMebibyteAreRead() {
    byte[] text = new byte[MIB - 10];
    Arrays.fill(text, (byte) 'a');
    String body =
        "{\"value\":[],\"x\":\"" + new String(text, StandardCharsets.UTF_8) + "\",\"y\":\"\\\"\"}";
    assertThat(read(body).items()).isEmpty();
  }

  @Test
  void longerOnesAreRefusedWhateverTheyAreMadeOf() {
    for (String filling : new String[] {"a", "\\\"", "7", " "}) {
      String quote = filling.equals("7") || filling.equals(" ") ? "" : "\"";
      String body =
          "{\"value\":[" + quote + filling.repeat(2 * MIB / filling.length()) + quote + "]}";
      assertThatThrownBy(() -> read(body))
          .as(filling)
          .isInstanceOf(Unreadable.class)
          .hasMessageContaining("bytes");
    }
  }

  private static GraphPage<ScannedUser> read(String body) {
    InputStream stream = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return GraphPages.read(stream, json -> new UserReader(json, true));
  }
}
