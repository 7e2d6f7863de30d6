package ai.chronom.m365.findings;

import ai.chronom.m365.findings.rule.AllRules;
import ai.chronom.m365.license.PlanLadder;
import ai.chronom.m365.license.PriceBook;
import ai.chronom.m365.license.SkuCatalog;
import ai.chronom.m365.scan.ScannedContoso;
import ai.chronom.m365.scan.Snapshot;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * All rules over a large tenant in a small heap, beside the same rows only read: by turns, in a
 * process of its own, with the database elsewhere.
 */
public final class RuleBench {
  private static final String FOUND = "RULES ";
  private static final int BASE_ACCOUNTS = 1_200;
  private static final int ROUNDS = 3;
  private static final double MICROS = 1e6;

  private RuleBench() {}

  public static JsonObject run(int users, int heapMib) {
    try {
      ScannedContoso.Stored stored =
          ScannedContoso.inPostgreSql(
              Files.createTempDirectory("rule-bench"), BASE_ACCOUNTS, users / BASE_ACCOUNTS);
      Process process =
          new ProcessBuilder(
                  System.getProperty("java.home") + "/bin/java",
                  "-Xmx" + heapMib + "m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  RuleBench.class.getName(),
                  stored.url(),
                  stored.user(),
                  String.valueOf(stored.scanId()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output
          .lines()
          .filter(line -> line.startsWith(FOUND))
          .findFirst()
          .map(line -> result(line.substring(FOUND.length()).split(" "), heapMib))
          .orElseThrow(() -> new IllegalStateException("the rules did not end: " + output));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject result(String[] words, int heapMib) {
    double read = Double.parseDouble(words[2]);
    double judged = Double.parseDouble(words[3]);
    return Json.createObjectBuilder()
        .add("users", Long.parseLong(words[0]))
        .add("findings", Long.parseLong(words[1]))
        .add("microsPerUserRead", read)
        .add("microsPerUserJudged", judged)
        .add("timesTheRead", judged / read)
        .add("heapMib", heapMib)
        .add("liveMib", Double.parseDouble(words[4]))
        .build();
  }

  /** The process with the small heap. */
  public static void main(String[] words) {
    Snapshot snapshot =
        ScannedContoso.at(new ScannedContoso.Stored(words[0], words[1], Long.parseLong(words[2])));
    AtomicLong users = new AtomicLong();
    AtomicReference<EvaluationOutcome> outcome = new AtomicReference<>();
    double[] read = new double[ROUNDS];
    double[] judged = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      double reads = micros(() -> read(snapshot, users));
      double judges = micros(() -> judge(snapshot, outcome));
      if (round >= 0) {
        read[round] = reads;
        judged[round] = judges;
      }
    }
    Arrays.sort(read);
    Arrays.sort(judged);
    System.out.println(
        FOUND
            + users
            + " "
            + outcome.get().findings().size()
            + " "
            + read[ROUNDS / 2]
            + " "
            + judged[ROUNDS / 2]
            + " "
            + liveMib(outcome.get()));
  }

  /** Microseconds per user. */
  private static double micros(LongSupplier work) {
    long start = System.nanoTime();
    long users = work.getAsLong();
    return (System.nanoTime() - start) / 1e9 * MICROS / users;
  }

  private static long read(Snapshot snapshot, AtomicLong users) {
    AtomicLong count = new AtomicLong();
    snapshot.users().forEachTraced((user, traces) -> count.incrementAndGet());
    users.set(count.get());
    return count.get();
  }

  private static long judge(Snapshot snapshot, AtomicReference<EvaluationOutcome> made) {
    Inquiry inquiry =
        Inquiry.of(
            snapshot,
            Holdings.of(
                snapshot, SkuCatalog.builtIn(), new PriceBook(SkuCatalog.builtIn(), List.of())),
            PlanLadder.builtIn(),
            Thresholds.DEFAULTS,
            TenantLists.NONE);
    EvaluationOutcome outcome =
        new EvaluationRun(inquiry, AllRules.ruleBook(), candidate -> false)
            .evaluate(snapshot.takenAt());
    made.set(outcome);
    return outcome.evaluation().accounts();
  }

  /** With all that the evaluation found. */
  private static double liveMib(EvaluationOutcome outcome) {
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    Reference.reachabilityFence(outcome);
    return used / 1048576.0;
  }
}
