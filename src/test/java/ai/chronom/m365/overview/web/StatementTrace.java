package ai.chronom.m365.overview.web;

import static org.assertj.core.api.Assertions.assertThat;

import ai.chronom.m365.running.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/** The file into which an H2 database writes each statement. */
record StatementTrace(TestDatabase database, Path file) {
  private static final int TRIES = 8;
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^/\\*SQL.*?\\*/\\(*(select|insert|update|delete|with|merge)", Pattern.CASE_INSENSITIVE);

  static StatementTrace in(Path directory) {
    TestDatabase plain = TestDatabase.h2(directory);
    // So that the test may enter beside the server.
    String shared = plain.url().replace(";DB_CLOSE_ON_EXIT=FALSE", ";AUTO_SERVER=TRUE");
    String url = shared + ";TRACE_LEVEL_FILE=2;TRACE_MAX_FILE_SIZE=900";
    return new StatementTrace(
        new TestDatabase(plain.driver(), url, plain.user()), directory.resolve("test.trace.db"));
  }

  /**
   * How many statements an answer takes. Timers ask the database too, so it is asked for until the
   * least number came twice.
   *
   * @param answer tells its status
   */
  int of(String asked, IntSupplier answer) throws IOException {
    int least = Integer.MAX_VALUE;
    boolean twice = false;
    for (int i = 0; i < TRIES && !twice; i++) {
      long before = Files.size(file);
      assertThat(answer.getAsInt()).as(asked).isEqualTo(200);
      int count = since(before);
      twice = count == least;
      least = Math.min(least, count);
    }
    return least;
  }

  private int since(long before) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      bytes.skipNBytes(before);
      return (int)
          new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> STATEMENT.matcher(line).find())
              .count();
    }
  }
}
