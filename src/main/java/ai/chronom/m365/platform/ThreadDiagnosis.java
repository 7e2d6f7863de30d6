package ai.chronom.m365.platform;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** What each thread does at this moment: methods only, no values. */
@ApplicationScoped
public class ThreadDiagnosis implements Diagnosis {
  @Override
  public String name() {
    return "threads.txt";
  }

  @Override
  public String text() {
    Map<String, StackTraceElement[]> threads = new TreeMap<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) ->
                threads.put(
                    thread.getName() + " (" + thread.getId() + ", " + thread.getState() + ")",
                    stack));
    StringBuilder text = new StringBuilder();
    threads.forEach(
        (thread, stack) -> {
          text.append(thread).append('\n');
          for (StackTraceElement call : stack) {
            text.append("  ").append(call).append('\n');
          }
        });
    return text.toString();
  }
}
