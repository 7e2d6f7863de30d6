package ai.chronom.m365.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.sandbox.wire.Fault;
import ai.chronom.m365.sandbox.wire.FaultRule;
import ai.chronom.m365.sandbox.wire.Reply;
import ai.chronom.m365.sandbox.wire.Site;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small answer can unpack to an endless one. */
class BoundedBodyTest {
  @TempDir Path directory;

  @Test
  void packedPageIsReadUpToTheLimitAndNoFurther() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory))) {
      GraphConnection connection = new SandboxGraph(sandbox).connect();
      answerWith(sandbox, LiveConnection.MAX_PAGE_BYTES + 1);
      assertHostile(() -> readAll(connection.page("/v1.0/users")));
      assertThat(connection.get("/v1.0/users").refusal()).isEqualTo(RefusalKind.HOSTILE);
    }
  }

  @Test
  void pageOfExactlyTheLimitIsRead() throws IOException {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory))) {
      GraphConnection connection = new SandboxGraph(sandbox).connect();
      answerWith(sandbox, LiveConnection.MAX_PAGE_BYTES);
      assertThat(readAll(connection.page("/v1.0/users"))).isEqualTo(LiveConnection.MAX_PAGE_BYTES);
    }
  }

  /** The sandbox packs what the client can unpack: a thousandth of it goes over the wire. */
  private static void answerWith(Sandbox sandbox, long bytes) {
    byte[] blanks = new byte[(int) bytes];
    Arrays.fill(blanks, (byte) ' ');
    Reply reply = Reply.of(200, "application/json", blanks);
    sandbox.faults().plant(FaultRule.on(Site.GRAPH, "*", new Fault.Answer(reply)));
  }

  private static long readAll(InputStream stream) throws IOException {
    try (stream) {
      return stream.transferTo(java.io.OutputStream.nullOutputStream());
    }
  }

  private static void assertHostile(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            GraphRefused.class, e -> assertThat(e.kind()).isEqualTo(RefusalKind.HOSTILE));
  }
}
