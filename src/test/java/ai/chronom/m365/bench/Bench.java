package ai.chronom.m365.bench;

import ai.chronom.m365.findings.RuleBench;
import ai.chronom.m365.overview.web.PageBench;
import ai.chronom.m365.sandbox.Sandbox;
import ai.chronom.m365.sandbox.SandboxOptions;
import ai.chronom.m365.scan.HeapBench;
import ai.chronom.m365.scan.KillBench;
import ai.chronom.m365.scan.ScanBench;
import ai.chronom.m365.verification.FleetBench;
import ai.chronom.m365.verification.VerificationBench;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All measurements of {@code mvn -Pbench}: one table, and {@code target/bench.json}. */
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) throws IOException {
    int users = Integer.getInteger("bench.users", 50_000);
    JsonObject verification;
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.in(Files.createTempDirectory("verification-bench")))) {
      verification = VerificationBench.run(sandbox);
    }
    JsonObject fleet = FleetBench.run(Integer.getInteger("bench.tenants", 1_000));
    JsonObject scan = ScanBench.run(users);
    System.out.printf("%-44s %10s%n", "verification of one tenant", "");
    System.out.printf(
        "  %-42s %10.0f ms%n", "median", verification.getJsonNumber("millis").doubleValue());
    System.out.printf("  %-42s %10d%n", "requests to Graph", verification.getInt("graphRequests"));
    tell(fleet);
    System.out.printf("%-44s %10s%n", "users per second, of " + users, "median");
    for (JsonValue row : scan.getJsonArray("rows")) {
      System.out.printf(
          "  %-42s %10d%n",
          row.asJsonObject().getString("name"), row.asJsonObject().getInt("usersPerSecond"));
    }
    for (String share : scan.keySet()) {
      if (scan.get(share) instanceof JsonNumber number && !share.equals("users")) {
        System.out.printf("  %-42s %10.2f%n", share, number.doubleValue());
      }
    }
    double sdkCpu = scan.getJsonNumber("cpuMicrosOfSdk").doubleValue();
    double ownCpu = scan.getJsonObject("cost").getJsonNumber("cpuMicrosPerUser").doubleValue();
    System.out.printf("  %-42s %10.2f%n", "sdkTimesCpuOfWholeScan", sdkCpu / ownCpu);
    System.out.printf("%-44s%n", "cost of a scan into PostgreSQL");
    print(scan.getJsonObject("cost"));
    int heapUsers = Integer.getInteger("bench.heap-users", 1_000_000);
    JsonObject heap = heapUsers == 0 ? JsonObject.EMPTY_JSON_OBJECT : HeapBench.run(heapUsers);
    System.out.printf("%-44s%n", "a large tenant in 512 MB of heap");
    print(heap);
    int ruleUsers = Integer.getInteger("bench.rule-users", 1_000_000);
    JsonObject rules =
        ruleUsers == 0 ? JsonObject.EMPTY_JSON_OBJECT : RuleBench.run(ruleUsers, 512);
    System.out.printf("%-44s%n", "all rules over a large tenant");
    print(rules);
    int pageUsers = Integer.getInteger("bench.page-users", 200_000);
    JsonObject pages = pageUsers == 0 ? JsonObject.EMPTY_JSON_OBJECT : PageBench.run(pageUsers);
    if (pageUsers > 0) {
      PageBench.tell(pages);
    }
    JsonObject killed = KillBench.run(users);
    System.out.printf("%-44s%n", "a scan killed again and again, all rows true");
    print(killed);
    Path file = Files.createDirectories(Path.of("target")).resolve("bench.json");
    JsonObject all =
        Json.createObjectBuilder()
            .add("verification", verification)
            .add("fleet", fleet)
            .add("scan", scan)
            .add("heap", heap)
            .add("rules", rules)
            .add("pages", pages)
            .add("killed", killed)
            .build();
    Files.writeString(file, all.toString());
    System.out.println("Written to " + file);
  }

  private static void tell(JsonObject fleet) {
    System.out.printf(
        "%-44s %10s%n",
        fleet.getInt("tenants") + " tenants due at once, answers in 200 ms", "one node");
    row("each verified once, in seconds", fleet, "seconds");
    row("floor: waiting for answers, 8 at a time", fleet, "floorSeconds");
    row("times the floor", fleet, "timesFloor");
    row("requests to Graph per tenant", fleet, "graphRequestsPerTenant");
    row("requests to sign in per tenant", fleet, "loginRequestsPerTenant");
  }

  private static void row(String name, JsonObject numbers, String key) {
    System.out.printf("  %-42s %10.2f%n", name, numbers.getJsonNumber(key).doubleValue());
  }

  private static void print(JsonObject numbers) {
    for (String name : numbers.keySet()) {
      System.out.printf("  %-42s %10.2f%n", name, numbers.getJsonNumber(name).doubleValue());
    }
  }
}
