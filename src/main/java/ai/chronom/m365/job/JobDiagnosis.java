package ai.chronom.m365.job;

import ai.chronom.m365.problem.Diagnosis;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The queue: what is due, who owns what, what fails again and again. */
@ApplicationScoped
public class JobDiagnosis implements Diagnosis {
  @Inject Jobs jobs;
  @Inject Node node;

  @Override
  public String name() {
    return "jobs.txt";
  }

  @Override
  public String text() {
    StringBuilder text = new StringBuilder("This node: " + node.name() + "\n");
    text.append("Takes jobs: ").append(node.isWorking()).append("\n\n");
    for (JobKind kind : JobKind.values()) {
      Backlog backlog = jobs.backlog(kind);
      text.append(kind)
          .append(": waiting ")
          .append(backlog.jobs())
          .append(", the oldest for ")
          .append(backlog.age())
          .append('\n');
    }
    text.append("\nkind tenant due owner lease-until fence failures\n");
    jobs.notable().forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }
}
