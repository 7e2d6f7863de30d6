package ai.chronom.m365.scan;

import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** T-50 in full: ten kills in a scan of a hundred pages, rows against the truth. */
public final class KillBench {
  private static final int KILLS = 10;

  private KillBench() {}

  public static JsonObject run(int users) {
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.in(Files.createTempDirectory("kill-bench")).withUsers(users))) {
      long start = System.nanoTime();
      int died = new KilledProcesses(sandbox, users, start).endWell(KILLS);
      return Json.createObjectBuilder()
          .add("users", users)
          .add("killed", died)
          .add("seconds", (System.nanoTime() - start) / 1e9)
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
