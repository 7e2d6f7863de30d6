package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** How this node is: health with reasons, the last incidents, the machine. */
@ApplicationScoped
public class RunDiagnosis implements Diagnosis {
  @Inject Health health;
  @Inject Clock clock;

  @Override
  public String name() {
    return "health.txt";
  }

  @Override
  public String text() {
    Runtime machine = Runtime.getRuntime();
    return "At "
        + clock.instant()
        + "\nHealth: "
        + health.state()
        + lines(health.reasons())
        + "\nJava "
        + System.getProperty("java.vendor")
        + " "
        + Runtime.version()
        + "\nProcessors "
        + machine.availableProcessors()
        + ", heap "
        + (machine.totalMemory() - machine.freeMemory() >> 20)
        + " of "
        + (machine.maxMemory() >> 20)
        + " MiB, up for "
        + ManagementFactory.getRuntimeMXBean().getUptime() / 1_000
        + " s\n\nIncidents since the start, the newest last:"
        + lines(Incidents.latest())
        + "\n";
  }

  private static String lines(List<String> lines) {
    return lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
  }
}
