package ai.chronom.m365.scan;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** T-50 in small; the bench does it with 50,000 users and ten kills. */
class KilledProcessesTest {
  private static final int USERS = 5_000;

  @Test
  void everybodyIsStoredOnceWheneverTheProcessDies(@TempDir Path directory) {
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.in(directory).withUsers(USERS))) {
      new KilledProcesses(sandbox, USERS, 20_261_123).endWell(2);
    }
  }
}
