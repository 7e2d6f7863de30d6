package ai.chronom.m365.job;

import ai.chronom.m365.running.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class JobsOnH2Test extends JobsScenarios {
  @TempDir static Path directory;
  private static TwoNodes shared;

  JobsOnH2Test() {
    super(shared);
  }

  @BeforeAll
  static void open() {
    shared = new TwoNodes(TestDatabase.h2(directory));
  }

  @AfterAll
  static void close() {
    shared.close();
  }
}
