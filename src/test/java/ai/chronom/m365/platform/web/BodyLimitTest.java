package ai.chronom.m365.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.chronom.m365.problem.Problem;
import ai.chronom.m365.problem.ProblemKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
  private static final byte[] BODY = new byte[10];

  @Test
  void bodyAtTheLimitIsReadWhole() throws IOException {
    assertThat(limited(new ByteArrayInputStream(BODY), BODY.length).readAllBytes()).isEqualTo(BODY);
  }

  @Test
  void oneByteMoreIsTooLarge() {
    assertThatThrownBy(() -> limited(new ByteArrayInputStream(BODY), 9).readAllBytes())
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.TOO_LARGE));
  }

  /** The client hung up or fell silent; it is no fault of ours. */
  @Test
  void bodyThatStopsOnItsWayIsNoIncident() {
    InputStream stops =
        new SequenceInputStream(
            new ByteArrayInputStream(BODY),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("Blocking read timeout");
              }
            });
    assertThatThrownBy(() -> limited(stops, 100).readAllBytes())
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.kind()).isEqualTo(ProblemKind.BODY_UNREADABLE));
  }

  private static InputStream limited(InputStream body, long limit) {
    return new BodyLimit.Limited(body, limit);
  }
}
